namespace Moderation.Screening;

/// <summary>No counter is set up: the submitter's number stands, and must match the people listed (R24).</summary>
public sealed class NoFaceCounter : IFaceCounter
{
    public bool Counts => false;

    public Task<int?> CountAsync(BinaryData picture, CancellationToken cancellationToken) => Task.FromResult<int?>(null);
}
