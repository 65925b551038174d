using System.Text;
using System.Text.Json;
using Moderation.Storage;

namespace Moderation.Audit;

/// <summary>That the tables were put back, kept beside the anchors.</summary>
/// <param name="At">When they were put back.</param>
/// <param name="Backup">Name of the backup.</param>
/// <param name="Since">The moment that backup was begun: what happened after it is not in the tables any more.</param>
public sealed record AuditRestore(DateTimeOffset At, string Backup, DateTimeOffset Since)
{
    /// <summary>An anchor of that moment is about events that the restore left behind.</summary>
    public bool LeftBehind(DateTimeOffset anchored) => anchored > Since && anchored <= At;

    public static AuditRestore? TryRead(byte[] bytes)
    {
        try
        {
            return Json.Read<AuditRestore>(Encoding.UTF8.GetString(bytes));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
