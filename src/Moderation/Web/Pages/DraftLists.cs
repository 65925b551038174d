using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>Reads drafts for the lists: from the index, then each draft itself.</summary>
internal sealed class DraftLists(DraftStore drafts, SubmittedDrafts submitted, ChannelRegister channels)
{
    public const int PageSize = 20;

    /// <param name="page">1 for the newest.</param>
    public async Task<(IReadOnlyList<DraftRow> Rows, bool More)> MineAsync(User user, int page, CancellationToken cancellationToken)
    {
        var ids = new List<DraftId>();
        var skip = (Math.Max(page, 1) - 1) * PageSize;
        await foreach (var id in submitted.OfAsync(user.Id, cancellationToken))
        {
            if (skip-- > 0)
                continue;
            ids.Add(id);
            if (ids.Count > PageSize)
                break;
        }

        return (await RowsAsync(ids.Take(PageSize), cancellationToken), ids.Count > PageSize);
    }

    public async Task<IReadOnlyList<DraftRow>> RowsAsync(IEnumerable<DraftId> ids, CancellationToken cancellationToken)
    {
        var loaded = await Task.WhenAll(ids.Select(id => drafts.LoadAsync(id, cancellationToken)));
        // A crash can leave an index row without a draft.
        return [.. loaded.OfType<LoadedDraft>().Select(d => DraftRow.Of(d, channels))];
    }
}
