namespace Moderation.Consent;

/// <summary>
/// Under 16: one yes of a parent or guardian with authority, and no standing no of any such parent nor of the pupil (I4, A03, A08).
/// A no of a parent without authority holds the post for a person to judge.
/// </summary>
internal static class UnderSixteen
{
    public static ConsentDecision Decide(Known known)
    {
        var standings = Standing.Of(known.Answers);
        var noes = standings.OfType<Standing.No>().Where(no => Counts(known, no)).Select(no => Reason(no.Record)).ToList();
        if (noes.Count > 0)
            return new ConsentDecision.Refused(noes.Max());

        var faults = new List<ConsentReason> { known.WithoutYes };
        ConsentRecord? valid = null;
        foreach (var standing in standings)
        {
            if (standing is Standing.Neither { Reason: { } ended })
                faults.Add(ended);
            if (standing is not Standing.Yes yes)
                continue;
            if (FaultOf(known, yes) is { } fault)
                faults.Add(fault);
            else if (valid is null || string.CompareOrdinal(yes.Records[0].Id, valid.Id) < 0)
                valid = yes.Records[0];
        }

        if (valid is null)
            return new ConsentDecision.Refused(faults.Max());
        return standings.Any(s => s is Standing.No)
            ? new ConsentDecision.Doubtful(ConsentReason.ObjectionWithoutAuthority)
            : new ConsentDecision.Granted(valid);
    }

    /// <summary>The pupil's own no counts, and that of anybody who is not known to be without authority, then or now.</summary>
    private static bool Counts(Known known, Standing.No no) =>
        no.Giver == known.Person.Id
        || known.AuthorityOf(no.Giver, no.Record.GivenOn) != Authority.No
        || known.AuthorityOf(no.Giver, known.Today) != Authority.No;

    private static ConsentReason? FaultOf(Known known, Standing.Yes yes)
    {
        if (yes.Giver == known.Person.Id)
            return ConsentReason.TooYoungToDecide;
        if (yes.Records.Any(r => r.Capacity is not (ConsentCapacity.Parent or ConsentCapacity.Guardian)
                || known.AuthorityOf(yes.Giver, r.GivenOn) != Authority.Yes
                || known.AuthorityOf(yes.Giver, known.Today) != Authority.Yes))
            return ConsentReason.NoAuthority;
        return yes.Records.Select(known.FaultOf).Max();
    }

    internal static ConsentReason Reason(ConsentRecord no) => no.Value == ConsentValue.Withdrawn ? ConsentReason.Withdrawn : ConsentReason.Refused;
}
