namespace Moderation.Consent;

/// <summary>
/// From 16 on, and for every adult: only the person's own answers, given at 16 or later, decide (A03, A10).
/// What parents answered before falls under the school's <see cref="SixteenPolicy"/>; a parent's no that comes after the pupil's yes
/// holds the post for a person to judge (A04).
/// </summary>
internal static class FromSixteen
{
    public static ConsentDecision Decide(Known known)
    {
        var mine = Standing.Of(known.Person.Id, known.Answers.Where(a => IsOwn(known.Person, a)).ToList());
        switch (mine)
        {
            case Standing.No no:
                return new ConsentDecision.Refused(UnderSixteen.Reason(no.Record));
            case Standing.Yes yes when yes.Records.Select(known.FaultOf).Max() is { } fault:
                return new ConsentDecision.Refused(fault);
            case Standing.Yes yes:
                return Objections(known).Any(o => o.Record.Order >= yes.Order)
                    ? new ConsentDecision.Doubtful(ConsentReason.ObjectionAfterSixteen)
                    : new ConsentDecision.Granted(yes.Records[0]);
            case Standing.Neither { Reason: { } reason }:
                return new ConsentDecision.Refused(reason);
            default:
                return FromBefore(known);
        }
    }

    /// <summary>The pupil has not answered since turning 16: what the parents' earlier answers are still worth.</summary>
    private static ConsentDecision FromBefore(Known known)
    {
        var late = known.Answers.Where(a => a.GivenBy != known.Person.Id && a.Value != ConsentValue.Granted
            && ConsentRules.GivenAtSixteen(known.Person, a)).Select(a => a.GivenBy).ToHashSet();
        // A parent who has since said no, or whose yes has ended, no longer says yes.
        var early = known.Answers.Where(a => !ConsentRules.GivenAtSixteen(known.Person, a)
            && !(a.Value == ConsentValue.Granted && late.Contains(a.GivenBy))).ToList();
        var before = UnderSixteen.Decide(known with { Answers = early });

        return before switch
        {
            ConsentDecision.Refused { Reason: ConsentReason.NoConsent } => new ConsentDecision.Refused(known.WithoutYes),
            ConsentDecision.Refused => before,
            _ when known.Policy.Sixteen != SixteenPolicy.Inform => new ConsentDecision.Refused(ConsentReason.TurnedSixteen),
            _ when !known.Informed => new ConsentDecision.Refused(ConsentReason.NotInformed),
            ConsentDecision.Granted when Objections(known).Any() => new ConsentDecision.Doubtful(ConsentReason.ObjectionAfterSixteen),
            _ => before,
        };
    }

    /// <summary>Standing noes of others, said when the person could already decide.</summary>
    private static IEnumerable<Standing.No> Objections(Known known) =>
        Standing.Of(known.Answers.Where(a => a.GivenBy != known.Person.Id)).OfType<Standing.No>()
            .Where(no => ConsentRules.GivenAtSixteen(known.Person, no.Record));

    private static bool IsOwn(Person person, ConsentRecord answer) =>
        answer.GivenBy == person.Id && ConsentRules.GivenAtSixteen(person, answer)
        && (answer.Value != ConsentValue.Granted || answer.Capacity switch
        {
            ConsentCapacity.Self => true,
            ConsentCapacity.Staff => person.Kind == PersonKind.Staff,
            ConsentCapacity.Guest => person.Kind == PersonKind.Guest,
            _ => false,
        });
}
