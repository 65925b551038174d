using Azure;
using Azure.Data.Tables;

namespace Moderation.Consent;

/// <summary>
/// The row <c>register</c>/<c>stamp</c>: which version of the register this is, and which changes are being written.
/// Several writers may be at work; each opens and closes its own change.
/// </summary>
internal sealed class RegisterStamp(TableClient table, TimeProvider time)
{
    /// <summary>A change that has been open for so long was broken off. What it wrote stands; closing it gives a new stamp, so that everybody loads.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    public const string Partition = "register";
    public const string Key = "stamp";

    private const int Attempts = 20;

    /// <param name="Value">Names the version.</param>
    /// <param name="Open">Changes that are being written, each <c>id@ticks</c>.</param>
    public sealed record Row(string Value, IReadOnlyList<string> Open, ETag ETag)
    {
        public bool Changing => Open.Count > 0;

        public bool IsOpen(string change) => Open.Any(o => IdOf(o) == change);
    }

    public async ValueTask<Row?> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key, cancellationToken: cancellationToken);
        return found is { HasValue: true, Value: { } entity }
            ? new Row(entity.GetString("Stamp"), entity.GetString("Open").Split(' ', StringSplitOptions.RemoveEmptyEntries), entity.ETag)
            : null;
    }

    public Task OpenAsync(string change, CancellationToken cancellationToken) =>
        ChangeAsync(open => [.. open.Where(o => IdOf(o) != change), $"{change}@{time.GetUtcNow().UtcTicks}"], cancellationToken);

    public Task CloseAsync(string change, CancellationToken cancellationToken) =>
        ChangeAsync(open => [.. open.Where(o => IdOf(o) != change)], cancellationToken);

    /// <summary>Closes changes that were broken off. Does nothing while anything is still being written.</summary>
    /// <returns>True when all that was open was broken off.</returns>
    public async Task<bool> CloseAbandonedAsync(Row row, CancellationToken cancellationToken)
    {
        if (row.Open.Any(IsAlive))
            return false;
        await ChangeAsync(static open => [.. open], cancellationToken);
        return true;
    }

    private async Task ChangeAsync(Func<IEnumerable<string>, IReadOnlyList<string>> next, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await ReadAsync(cancellationToken);
            var alive = (row?.Open ?? []).Where(IsAlive);
            var entity = new TableEntity(Partition, Key) { ["Stamp"] = Guid.NewGuid().ToString("N"), ["Open"] = string.Join(' ', next(alive)) };
            try
            {
                if (row is null)
                    await table.AddEntityAsync(entity, cancellationToken);
                else
                    await table.UpdateEntityAsync(entity, row.ETag, TableUpdateMode.Replace, cancellationToken);
                return;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412 && attempt < Attempts)
            {
                // Another writer was first.
            }
        }
    }

    private bool IsAlive(string open) => time.GetUtcNow().UtcTicks - TicksOf(open) < Abandoned.Ticks;

    private static string IdOf(string open) => open[..open.IndexOf('@', StringComparison.Ordinal)];

    private static long TicksOf(string open) => long.TryParse(open[(open.IndexOf('@', StringComparison.Ordinal) + 1)..], out var ticks) ? ticks : 0;
}
