using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Consent;

/// <summary>
/// Who is shown, heard, quoted or named in a post without a valid yes (R11, R13, R24, R29, R44, R51, A15).
/// One finding per person, place and rule, with the channels it concerns.
/// </summary>
public static class ConsentCheck
{
    /// <param name="content">The draft.</param>
    /// <param name="names">Names found in its texts; matches of people the school does not know are left to the protocol's rules.</param>
    /// <param name="register">The consent register as it is now.</param>
    /// <param name="channels">The registered channels; an unregistered one has nobody's consent.</param>
    /// <param name="at">The moment of publication.</param>
    public static IReadOnlyList<Finding> Check(
        DraftContent content,
        IReadOnlyList<NameMatch> names,
        ConsentRegister register,
        ChannelRegister channels,
        DateTimeOffset at)
    {
        if (register.Missing)
            return WithoutRegister(content, names);
        var facts = new ConsentFacts(content, register, channels, at);
        return
        [
            .. PictureConsent.Check(facts),
            .. LinkedConsent.Check(facts, names),
            .. NameConsent.Check(facts, names),
        ];
    }

    /// <summary>P04: without a register nobody has said yes, and nobody is recognised by name (I10).</summary>
    private static IReadOnlyList<Finding> WithoutRegister(DraftContent content, IReadOnlyList<NameMatch> names)
    {
        var shows = content.People.Count > 0 || content.Media.Any(m => m.People.Count > 0 || m.Recognisable is > 0 or < 0
            || (m.Recognisable is null && m.Kind is MediaKind.Photo or MediaKind.Film && !content.Declarations.Contains(Declaration.AllPeopleListed)));
        if (!shows && !names.Any(n => n.Strong || n.Middle))
            return [];
        return
        [
            new Finding
            {
                Rule = "P04",
                Action = shows ? FindingAction.Block : FindingAction.Hold,
                Ground = shows ? FindingGround.Consent : FindingGround.Unchecked,
                Field = "people",
                What = new("Het toestemmingenregister is niet beschikbaar, dus over de mensen in dit bericht geldt nee.", "The consent register is not available, so for the people in this post the answer is no."),
                Fix = new("Laat de beheerder het register laden en dien het bericht daarna opnieuw in.", "Have the administrator load the register and hand in the post again afterwards."),
            },
        ];
    }
}
