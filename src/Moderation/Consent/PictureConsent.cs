using Moderation.Drafts;
using Moderation.Protocol;

namespace Moderation.Consent;

/// <summary>People in files: in a picture, in a film, heard, or whose work it is (R11 for pupils, R24 for others, R51 for a pupil who made it).</summary>
internal static class PictureConsent
{
    public static IEnumerable<Finding> Check(ConsentFacts facts)
    {
        for (var i = 0; i < facts.Content.Media.Count; i++)
        {
            foreach (var finding in Check(facts, facts.Content.Media[i], $"media[{i}]"))
                yield return finding;
        }
    }

    public static string RuleFor(Person person) => person.Kind == PersonKind.Pupil ? "R11" : "R24";

    private static IEnumerable<Finding> Check(ConsentFacts facts, AttachedMedia media, string field)
    {
        var people = media.People.Distinct().ToList();
        if (Count(facts.Content, media, people.Count) is { } miscount)
            yield return miscount with { Field = field };
        foreach (var id in people)
        {
            if (facts.Register.Find(id) is not { } person)
            {
                yield return ConsentFacts.Unknown(field);
                continue;
            }

            foreach (var finding in facts.Findings(RuleFor(person), field, person, media.Kind))
                yield return finding;
            if (media.Kind == MediaKind.Film && Heard(facts, person, field) is { } heard)
                yield return heard;
        }

        // A maker the school does not know by id is covered by the author's declaration about makers (R38).
        if (media.MadeByPupil && PersonId.TryParse(media.Maker, out var makerId) && facts.Register.Find(makerId) is { } maker)
        {
            foreach (var finding in facts.Findings("R51", field, maker, MediaKind.Work))
                yield return finding;
        }
    }

    /// <summary>The number of recognisable people must be declared, and be the number that is listed (R24, A13).</summary>
    private static Finding? Count(DraftContent content, AttachedMedia media, int listed)
    {
        if (media.Recognisable is { } declared)
        {
            return declared == listed ? null : ConsentFacts.Finding("R24", FindingAction.Block, "", null, [],
                new("Het aantal herkenbare mensen klopt niet met het aantal mensen dat is opgegeven.", "The number of recognisable people is not the number of people listed."),
                new("Geef iedereen op die herkenbaar is en pas het aantal aan, of maak anderen onherkenbaar.", "List everybody who is recognisable and correct the number, or make the others unrecognisable."));
        }

        return media.Kind is not (MediaKind.Photo or MediaKind.Film) || content.Declarations.Contains(Declaration.AllPeopleListed) ? null
            : ConsentFacts.Finding("R24", FindingAction.Declare, "", null, [],
                new("Nog niet is opgegeven hoeveel mensen herkenbaar zijn.", "It has not been said yet how many people are recognisable."),
                new("Vul het aantal herkenbare mensen in en verklaar dat iedereen is opgegeven.", "Fill in the number of recognisable people and declare that everybody is listed."))
                with { Ground = FindingGround.Process };
    }

    private static Finding? Heard(ConsentFacts facts, Person person, string field)
    {
        var film = facts.Ask(person.Id, MediaKind.Film);
        var silent = facts.SilentOn(person.Id).Except(film.No).ToList();
        return silent.Count == 0 ? null : ConsentFacts.Finding("R11", FindingAction.Hold, field, person, silent,
            new("Iemand in deze film mag wel te zien, maar niet te horen zijn.", "Somebody in this film may be seen but not heard."),
            new("Zorg dat deze persoon niet te horen is; een beoordelaar luistert mee.", "Make sure this person is not heard; an approver listens too."))
            with { Rule = RuleFor(person) };
    }
}
