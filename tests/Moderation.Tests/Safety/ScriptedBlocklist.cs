using Moderation.Safety;

namespace Moderation.Tests.Safety;

/// <summary>A blocklist as the service keeps it, with what was asked of it; <see cref="Fails"/> makes it fail.</summary>
internal sealed class ScriptedBlocklist : IBlocklistService
{
    private int ids;

    public string? Name { get; init; } = "school";

    public List<BlocklistItem> Items { get; } = [];

    public List<string> Asked { get; } = [];

    public Exception? Fails { get; set; }

    public Task<IReadOnlyList<BlocklistItem>> ReadAsync(CancellationToken cancellationToken)
    {
        Ask("read");
        return Task.FromResult<IReadOnlyList<BlocklistItem>>([.. Items]);
    }

    public Task AddAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken)
    {
        Ask($"add {terms.Count}");
        Items.AddRange(terms.Select(t => new BlocklistItem($"i{++ids}", t)));
        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyList<string> removed, CancellationToken cancellationToken)
    {
        Ask($"remove {removed.Count}");
        Items.RemoveAll(i => removed.Contains(i.Id));
        return Task.CompletedTask;
    }

    private void Ask(string what)
    {
        Asked.Add(what);
        if (Fails is not null)
            throw Fails;
    }
}
