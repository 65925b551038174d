namespace Moderation.Audit;

/// <summary>
/// One link of a partition's chain. The payload stands in a row of its own that retention may delete;
/// what stays proves that something was there and that nothing else was changed.
/// </summary>
/// <param name="Object">Partition the event belongs to, e.g. a draft id.</param>
/// <param name="Sequence">1 for the first event.</param>
/// <param name="Actor">User id, or <c>system:stage</c>.</param>
/// <param name="Action">What happened, a word of the domain: <c>submitted</c>, <c>screened</c>, <c>approved</c>, …</param>
/// <param name="PayloadHash">SHA-256(salt ‖ payload), lower-case hex.</param>
/// <param name="PreviousHash">Hash of the event before; 64 zeros for the first.</param>
/// <param name="Hash">Hash of this event, lower-case hex.</param>
public sealed record AuditEvent(
    string Object, int Sequence, DateTimeOffset At, string Actor, string Action, string PayloadHash, string PreviousHash, string Hash)
{
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";
}
