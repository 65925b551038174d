using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>How a draft was made: purpose (R10), situation of each file (R12), owner of the replies (R18), doubt (R30), declarations (R16, R37, R40), personal title (R41).</summary>
internal static class Process
{
    private static readonly Notice NoPurpose = new("R10", FindingAction.Block,
        new("Er is geen doel gekozen voor dit bericht.", "No purpose was chosen for this post."),
        new("Kies waarom de school dit plaatst, bijvoorbeeld informeren of werving.", "Choose why the school posts this, for example to inform or to recruit."), FindingGround.Process);

    private static readonly Notice StrangePurpose = NoPurpose with
    {
        What = new("Het gekozen doel is niet bekend.", "The chosen purpose is not known."),
        Fix = new("Kies een doel uit de lijst.", "Choose a purpose from the list."),
    };

    private static readonly Notice Doubt = new("R30", FindingAction.Hold,
        new("De inzender twijfelt over dit bericht.", "The submitter has doubts about this post."),
        new("De leidinggevende kijkt mee en beslist.", "The line manager has a look and decides."), FindingGround.Process);

    private static readonly Notice NoOwner = new("R18", FindingAction.Block,
        new("Niemand volgt de reacties op dit bericht.", "Nobody follows the replies to this post."),
        new("Kies wie de reacties in de gaten houdt.", "Choose who keeps an eye on the replies."), FindingGround.Process);

    private static readonly Notice NotOfSchool = new("R12", FindingAction.Hold,
        new("Deze opname is niet bij een schoolsituatie gemaakt.", "This recording was not made in a school situation."),
        new("Kies de schoolsituatie waarin de opname is gemaakt of haal het bestand weg.", "Choose the school situation it was made in or remove the file."), FindingGround.Process);

    private static readonly Notice NoSituation = new("R12", FindingAction.Declare,
        new("Er is niet aangegeven bij welke schoolsituatie deze opname hoort.", "It was not said which school situation this recording belongs to."),
        new("Kies de situatie bij het bestand.", "Choose the situation with the file."), FindingGround.Process);

    private static readonly Notice OutOfHours = new("R12", FindingAction.Warn,
        new("Deze opname is buiten schooltijd gemaakt.", "This recording was made outside school hours."),
        new("Controleer of de opname bij een schoolactiviteit hoort.", "Check that it belongs to a school activity."), FindingGround.Process);

    private static readonly Notice FactsNotChecked = new("R16", FindingAction.Declare,
        new("De inzender heeft nog niet verklaard dat de feiten kloppen.", "The submitter has not declared yet that the facts are right."),
        new("Controleer namen, datums en getallen en vink daarna de verklaring aan.", "Check names, dates and figures, then tick the declaration."), FindingGround.Process);

    private static readonly Notice NotThoughtOver = new("R37", FindingAction.Declare,
        new("De inzender heeft het voorbeeld nog niet bevestigd; wat online staat, blijft online.", "The submitter has not confirmed the preview yet; what is online stays online."),
        new("Bekijk het voorbeeld met tekst, beeld en geluid en bevestig dat het zo mag blijven staan.", "Look at the preview with text, pictures and sound and confirm that it may stay that way."), FindingGround.Process);

    private static readonly Notice ReplyWithoutFacts = new("R40", FindingAction.Block,
        new("Een reactie mag alleen met de juiste feiten, en er is geen bron ingevuld.", "A reply needs the right facts, and no source was given."),
        new("Vul in waar de feiten staan of vraag je leidinggevende.", "Fill in where the facts can be found, or ask your line manager."), FindingGround.Process);

    private static readonly Notice FactsNotKnown = new("R40", FindingAction.Declare,
        new("De inzender heeft nog niet verklaard de juiste feiten te kennen.", "The submitter has not declared yet to know the right facts."),
        new("Vink aan dat je de feiten kent of leg de reactie voor aan je leidinggevende.", "Tick that you know the facts, or show the reply to your line manager."), FindingGround.Process);

    private static readonly Notice NoDisclaimer = new("R41", FindingAction.Block,
        new("Dit bericht is op persoonlijke titel, maar de disclaimer ontbreekt.", "This post is on personal title, but the disclaimer is missing."),
        new("Zet de disclaimer van de school onder het bericht.", "Put the school's disclaimer under the post."), FindingGround.Process);

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        var content = draft.Content;
        if (content.Doubt)
            yield return Found.About("doubt", Doubt);
        foreach (var finding in Situations(draft))
            yield return finding;
        if (content.Kind == PostKind.Reply && string.IsNullOrWhiteSpace(content.Source))
            yield return Found.About("source", ReplyWithoutFacts);
        if (content.PersonalTitle && !draft.Prose.Any(p => draft.Rulebook.DisclaimerText.IsIn(p.Folded)))
            yield return Found.About("text", NoDisclaimer);

        // A purpose that is not in the list is a mistake whoever asks; one that is missing only matters when the post is handed in.
        if (!string.IsNullOrWhiteSpace(content.Purpose) && !PostPurpose.All.ContainsKey(content.Purpose))
            yield return Found.About("purpose", StrangePurpose, draft.Facts.ProcessRules ? null : FindingAction.Warn);
        if (!draft.Facts.ProcessRules)
            yield break;
        if (string.IsNullOrWhiteSpace(content.Purpose))
            yield return Found.About("purpose", NoPurpose);
        if (content.FollowUpOwner is { } owner && string.IsNullOrWhiteSpace(owner) && draft.Channels.Any(static c => c.Comments))
            yield return Found.About("followUpOwner", NoOwner);
        if (!content.Declarations.Contains(Declaration.FactsChecked))
            yield return Found.About("declarations", FactsNotChecked);
        if (!content.Declarations.Contains(Declaration.ThoughtOver))
            yield return Found.About("declarations", NotThoughtOver);
        if (content.Kind == PostKind.Reply && !content.Declarations.Contains(Declaration.KnowsFacts))
            yield return Found.About("declarations", FactsNotKnown);
    }

    private static IEnumerable<Finding> Situations(DraftReading draft)
    {
        for (var i = 0; i < draft.Content.Media.Count; i++)
        {
            var file = draft.Content.Media[i];
            var field = $"media[{i}]";
            if (string.IsNullOrWhiteSpace(file.Situation))
            {
                if (draft.Facts.ProcessRules)
                    yield return Found.About(field, NoSituation);
            }
            else if (file.Situation == SchoolSituation.Other || !SchoolSituation.All.ContainsKey(file.Situation))
                yield return Found.About(field, NotOfSchool);

            // Trips and parties are in evenings and weekends: never more than a question (R12).
            if (file.TakenAt is { } taken && file.Kind is not MediaKind.Work && file.Situation is "les" or "project" or null
                && (taken.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Hour is < 7 or >= 22))
                yield return Found.About(field, OutOfHours);
        }
    }
}
