using System.Globalization;
using Azure.Data.Tables;

namespace Moderation.Audit;

/// <summary>Row keys of the chain inside a partition. They sort before every other row, so that a stage reads its state without the history.</summary>
internal static class AuditRows
{
    public const string EventPrefix = "a-";
    public const string PayloadPrefix = "b-";

    /// <summary>First row key after the chain: reading from here on leaves the history out.</summary>
    public const string FirstAfterChain = "c";

    public static string EventKey(int sequence) => EventPrefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    public static string PayloadKey(int sequence) => PayloadPrefix + sequence.ToString("D8", CultureInfo.InvariantCulture);

    public static AuditEvent ReadEvent(TableEntity row) => new(
        row.PartitionKey,
        int.Parse(row.RowKey.AsSpan(EventPrefix.Length), CultureInfo.InvariantCulture),
        new DateTimeOffset(row.GetInt64("Ticks") ?? 0, TimeSpan.Zero),
        row.GetString("Actor") ?? "",
        row.GetString("Action") ?? "",
        row.GetString("PayloadHash") ?? "",
        row.GetString("PreviousHash") ?? "",
        row.GetString("Hash") ?? "");
}
