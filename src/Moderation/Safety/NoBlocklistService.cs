namespace Moderation.Safety;

/// <summary>No service is set up: the school's terms are looked for here alone.</summary>
public sealed class NoBlocklistService : IBlocklistService
{
    public string? Name => null;

    public Task<IReadOnlyList<BlocklistItem>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BlocklistItem>>([]);

    public Task AddAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => Task.CompletedTask;
}
