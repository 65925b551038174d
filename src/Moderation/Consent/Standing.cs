namespace Moderation.Consent;

/// <summary>Where one giver stands after everything they answered: yes, no, or neither.</summary>
internal abstract record Standing(PersonId Giver)
{
    /// <param name="Records">The last yes; several when they were given at the same moment.</param>
    public sealed record Yes(PersonId Giver, IReadOnlyList<ConsentRecord> Records) : Standing(Giver)
    {
        public DateTimeOffset Order => Records[0].Order;
    }

    /// <param name="Record">The last no.</param>
    public sealed record No(PersonId Giver, ConsentRecord Record) : Standing(Giver);

    public sealed record Neither(PersonId Giver, ConsentReason? Reason) : Standing(Giver);

    public static IReadOnlyList<Standing> Of(IEnumerable<ConsentRecord> answers) =>
        answers.GroupBy(a => a.GivenBy).Select(g => Of(g.Key, [.. g])).ToList();

    /// <summary>
    /// A no stands until the same giver says yes at a later moment (A06, A08). A yes that cannot be shown is not a yes and lifts nothing (A07).
    /// </summary>
    public static Standing Of(PersonId giver, IReadOnlyList<ConsentRecord> answers)
    {
        var yes = answers.Where(a => a.Value == ConsentValue.Granted && a.Evidence is { CanBeShown: true }).ToList();
        var lastYes = yes.Count == 0 ? DateTimeOffset.MinValue : yes.Max(y => y.Order);
        var no = answers.Where(a => a.SaysNo).OrderBy(a => a.Order).ThenBy(a => a.Value).LastOrDefault();
        if (no is not null && (yes.Count == 0 || no.Order >= lastYes))
            return new No(giver, no);
        if (yes.Count == 0)
            return new Neither(giver, answers.Any(a => a.Value == ConsentValue.Granted) ? ConsentReason.NoEvidence : null);
        return answers.Any(a => a.Value == ConsentValue.EndedByImport && a.Order >= lastYes)
            ? new Neither(giver, ConsentReason.EndedByImport)
            : new Yes(giver, yes.Where(y => y.Order == lastYes).OrderBy(y => y.Id, StringComparer.Ordinal).ToList());
    }
}
