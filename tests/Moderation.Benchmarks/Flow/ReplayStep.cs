using Azure.Data.Tables;

namespace Moderation.Benchmarks.Flow;

/// <summary>One request of a recorded post, as the storage clients can send it again for another draft.</summary>
internal abstract record ReplayStep
{
    private ReplayStep()
    {
    }

    public sealed record Read(string Table, string Partition, string Row) : ReplayStep;

    public sealed record Query(string Table, string Filter) : ReplayStep;

    public sealed record Write(string Table, TableEntity Row) : ReplayStep;

    public sealed record Delete(string Table, string Partition, string Row) : ReplayStep;

    public sealed record Batch(string Table, IReadOnlyList<ReplayRow> Rows) : ReplayStep;

    public sealed record Send(string Queue, string Message) : ReplayStep;

    public sealed record Receive(string Queue) : ReplayStep;

    public sealed record Settle(string Queue) : ReplayStep;
}

/// <param name="Matches">Sent with the ETag of the row's last version.</param>
internal sealed record ReplayRow(TableTransactionActionType Type, TableEntity Row, bool Matches);
