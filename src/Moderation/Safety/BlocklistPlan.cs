using System.Text;

namespace Moderation.Safety;

/// <summary>
/// The calls that bring the service's blocklist in step with the rulebook's. A change takes the service a few minutes,
/// which is why <see cref="BlockedTerms"/> looks for the same terms here.
/// </summary>
/// <param name="Remove">Ids of items to remove, in batches of at most <see cref="SafetyLimits.BlocklistBatch"/>.</param>
/// <param name="Add">Terms to add, in such batches.</param>
/// <param name="LeftOut">How many terms the service cannot take: longer than <see cref="SafetyLimits.BlocklistTermLength"/>, or more than <see cref="SafetyLimits.BlocklistTerms"/>. They are still found locally.</param>
public sealed record BlocklistPlan(IReadOnlyList<IReadOnlyList<string>> Remove, IReadOnlyList<IReadOnlyList<string>> Add, int LeftOut)
{
    /// <param name="wanted">The rulebook's terms. The service knows whole terms only: a <c>*</c> at the end is for the local search.</param>
    /// <param name="present">Items at the service.</param>
    public static BlocklistPlan Between(IEnumerable<string> wanted, IEnumerable<(string Id, string Text)> present)
    {
        var terms = wanted.Select(Normal).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var usable = terms.Where(t => t.Length <= SafetyLimits.BlocklistTermLength).Take(SafetyLimits.BlocklistTerms).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var remove = new List<string>();
        foreach (var (id, text) in present)
        {
            if (!usable.Contains(Normal(text)) || !kept.Add(Normal(text)))
                remove.Add(id);
        }

        return new(
            [.. remove.Chunk(SafetyLimits.BlocklistBatch)],
            [.. usable.Where(t => !kept.Contains(t)).Order(StringComparer.Ordinal).Chunk(SafetyLimits.BlocklistBatch)],
            terms.Count - usable.Count);
    }

    private static string Normal(string term) => term.Trim().TrimEnd('*').Normalize(NormalizationForm.FormC);
}
