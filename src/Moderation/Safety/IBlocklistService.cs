namespace Moderation.Safety;

/// <summary>
/// The blocklist at a content-safety service. An implementation maps calls and answers, nothing else; what to add and remove is
/// <see cref="BlocklistPlan"/>'s. It may throw what its client throws; <see cref="SafetyFailure"/> says what that means.
/// </summary>
public interface IBlocklistService
{
    /// <summary>Name of the list at the service; null when there is no service or it is to hold no list.</summary>
    string? Name { get; }

    /// <summary>Every item of the list. A list that is not there yet is made, and has none.</summary>
    Task<IReadOnlyList<BlocklistItem>> ReadAsync(CancellationToken cancellationToken);

    /// <param name="terms">At most <see cref="SafetyLimits.BlocklistBatch"/>, each at most <see cref="SafetyLimits.BlocklistTermLength"/> characters.</param>
    Task AddAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken);

    /// <param name="ids">At most <see cref="SafetyLimits.BlocklistBatch"/> ids of <see cref="BlocklistItem"/>s.</param>
    Task RemoveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);
}

/// <param name="Id">The service's own.</param>
public sealed record BlocklistItem(string Id, string Text);
