using Moderation.Protocol;

namespace Moderation.Safety;

/// <summary>What authors and approvers read about a safety finding: rules S01–S08.</summary>
internal static class SafetyWords
{
    private static readonly Words AskIfUnsure = new(
        "Pas de tekst aan; is het bedoeld zoals het er staat, leg dan bij het indienen uit waarom.",
        "Change the text; if it is meant as it stands, explain why when you submit it.");

    public static Finding Text(SafetyCategory category, FindingAction action) => category switch
    {
        SafetyCategory.Hate => Of("S01", action,
            new("Deze tekst kan een groep mensen of een persoon kwetsen of wegzetten.", "This text may hurt or run down a group of people or a person."),
            AskIfUnsure),
        SafetyCategory.Sexual => Of("S02", action,
            new("Deze tekst klinkt seksueel op een manier die niet bij een schoolkanaal past.", "This text sounds sexual in a way that does not suit a school channel."),
            new("Kies andere woorden; gaat het om voorlichting, noem dan de les of het project.", "Choose other words; if it is about education, name the lesson or project.")),
        SafetyCategory.SelfHarm => Of("S03", action,
            new("Deze tekst gaat over zelfdoding of zelfbeschadiging.", "This text is about suicide or self-harm."),
            new("Maak je je zorgen om iemand, bel dan nu het zorgteam; noem in een bericht altijd waar hulp is: 113 of 0800-0113 (gratis, dag en nacht).",
                "If you worry about somebody, call the care team now; always say in a post where help is: 113 or 0800-0113 (free, day and night).")),
        _ => Of("S04", action,
            new("Deze tekst klinkt als een dreigement of als een oproep tot geweld.", "This text sounds like a threat or a call to violence."),
            new("Haal de dreigende woorden weg; is er echt iets aan de hand, bel dan meteen de schoolleiding of 112.",
                "Take out the threatening words; if something is really the matter, call the school management or 112 at once.")),
    };

    public static Finding Image(SafetyCategory category, FindingAction action)
    {
        var (nl, en) = category switch
        {
            SafetyCategory.Hate => ("haat of discriminatie", "hate or discrimination"),
            SafetyCategory.Sexual => ("bloot of seks", "nudity or sex"),
            SafetyCategory.SelfHarm => ("zelfbeschadiging", "self-harm"),
            _ => ("geweld of bloed", "violence or blood"),
        };
        return Of("S05", action,
            new($"De beeldherkenning ziet mogelijk {nl} op deze foto.", $"Image analysis may see {en} in this picture."),
            new("Kijk goed naar de foto en kies zo nodig een andere.", "Look at the picture carefully and choose another one if needed.")) with
        { Evidence = "oordeel van de dienst" };
    }

    public static Finding NotChecked(string field, NotAnalysedReason reason) =>
        Of("S06", FindingAction.Hold, Why(reason), new("Een beoordelaar bekijkt dit zelf; je hoeft niets te doen.", "An approver looks at this in person; you need not do anything.")) with
        {
            Ground = FindingGround.Unchecked,
            Field = field,
            Evidence = "niet automatisch gecontroleerd",
        };

    public static Finding FilmOrSound(string field) =>
        Of("S07", FindingAction.Hold,
            new("Film en geluid worden niet automatisch gecontroleerd.", "Film and sound are not checked automatically."),
            new("Een beoordelaar kijkt en luistert het bestand helemaal af; je hoeft niets te doen.", "An approver watches and listens to the whole file; you need not do anything.")) with
        {
            Ground = FindingGround.Unchecked,
            Field = field,
            Evidence = "film of geluid",
        };

    public static Finding Blocklist(string field) =>
        Of("S08", FindingAction.Hold,
            new("Hier staat een woord van de lijst met woorden die de school niet gebruikt.", "This has a word from the list of words that the school does not use."),
            AskIfUnsure) with
        { Field = field, Evidence = "woord van de schoollijst" };

    private static Words Why(NotAnalysedReason reason) => reason switch
    {
        NotAnalysedReason.NotConfigured => new("Dit is niet automatisch gecontroleerd: er is geen dienst ingesteld.", "This was not machine-checked: no service is set up."),
        NotAnalysedReason.Busy or NotAnalysedReason.Outage or NotAnalysedReason.TimedOut =>
            new("Dit is niet automatisch gecontroleerd: de dienst gaf geen antwoord.", "This was not machine-checked: the service did not answer."),
        NotAnalysedReason.NoFile => new("Dit is niet automatisch gecontroleerd: het bestand is er niet.", "This was not machine-checked: the file is not there."),
        NotAnalysedReason.TooLarge => new("Dit is niet automatisch gecontroleerd: het bestand is te groot voor de dienst.", "This was not machine-checked: the file is too large for the service."),
        NotAnalysedReason.Refused => new("Dit is niet automatisch gecontroleerd: de dienst nam het niet aan.", "This was not machine-checked: the service did not accept it."),
        _ => new("Dit is niet automatisch gecontroleerd: het antwoord van de dienst was onvolledig.", "This was not machine-checked: the service's answer was incomplete."),
    };

    private static Finding Of(string rule, FindingAction action, Words what, Words fix) =>
        new() { Rule = rule, Action = action, Field = "text", What = what, Fix = fix };
}
