using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Insulting somebody (R35): an abusive noun said of a person, not of an acorn, a donkey or oneself in fun.</summary>
internal static partial class Insults
{
    private static readonly Notice Insulted = new("R35", FindingAction.Hold,
        new("Hier wordt iemand beledigd.", "Somebody is insulted here."),
        new("Haal de belediging weg.", "Remove the insult."));

    private static readonly WordRegex Phrases = new(PhrasesPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            foreach (var word in passage.Loaded(draft.Rulebook.Lexicon))
            {
                if (!word.Is(LexiconSection.Insult) || word.Is(LexiconSection.Swear))
                    continue;
                var sentence = passage.Text.SentenceAt(word.Where.Start);
                if (Aimed(draft, passage, word, sentence) && !Context.Negated(passage, word.Where.Start) && !AsSubject(passage, word, sentence))
                    yield return Found.At(passage, word.Where, Insulted, evidence: "belediging");
            }
            foreach (var (match, sentence) in passage.Find(Phrases))
                if (!Context.Negated(passage, match.Index) && !Context.IsFiction(passage, sentence))
                    yield return Found.At(passage, match, Insulted, evidence: "beledigende uitdrukking");
        }
    }

    private static bool Aimed(DraftReading draft, Passage passage, LoadedWord word, Span sentence)
    {
        var before = passage.Before(word.Where.Start, 48);
        if (Pointing().IsMatch(before) || Exclaiming().IsMatch(before))
            return !passage.Has(Nature(), sentence);
        if (Called().IsMatch(before) && CalledEnd().IsMatch(passage.After(word.Where.End, 6)))
            return !passage.Has(Nature(), sentence);
        if (Remark().IsMatch(before))
            return passage.Text.SentenceBefore(sentence) is { } previous && draft.People(passage, previous).Count > 0;
        if (CopulaOf().IsMatch(before))
            return !passage.Has(Nature(), sentence) && (passage.Has(SomebodyAtWork(), sentence) || draft.PeopleMeant(passage, sentence).Any(static m => m.Named || m.Kind is MentionKind.Described or MentionKind.Function));
        return word.Word is not ("rund" or "ezel" or "aap" or "varken" or "eikel" or "eikels" or "heks" or "serpent" or "muts")
            && OfPerson().IsMatch(passage.After(word.Where.End, 30)) && !passage.Has(Nature(), sentence);
    }

    private static bool AsSubject(Passage passage, LoadedWord word, Span sentence) =>
        Context.IsFiction(passage, sentence) || Context.IsHistory(passage, sentence) || Context.IsLesson(passage, sentence) && !Pointing().IsMatch(passage.Before(word.Where.Start, 24));

    /// <summary>A person by what they do, where no name is needed to know who is meant.</summary>
    [GeneratedRegex(@"\b(?:de|die|deze|onze|dat|dit|mijn|jullie|hun)\s(?:\w+\s)?(?:scheids(?:rechter)?|grensrechter|trainer|coach|keeper|tegenstander|chauffeur|buschauffeur|conducteur|docente?|leraar|lerares|juf|meester|rector|conrector|concierge|teamleider|directeur|mentor|wethouder|burgemeester|minister|staatssecretaris|journalist|inspecteur|agent|buurman|buurvrouw|voorzitter|presentator|dj|jurylid)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SomebodyAtWork();

    [GeneratedRegex(
        @"\b(?:jij|je|jullie|hij|zij|ze|u|die|dat)\s(?:bent|ben|is|zijn|blijft|lijkt(?:\swel)?)\s(?:toch\s|echt\s|gewoon\s|ook\s|maar\s|een\s|zo'n\s|de\s|stelletje\s|grote\s|vieze\s|vuile\s|stomme\s"
        + @"|domme\s|dikke\s|lelijke\s|luie\s|enorme\s|ongelooflijke\s|wat\s){0,5}$|\b(?:achterlijke|bende|dikke|domme|jij|jou|jullie|lelijke|luie|schijnheilige|smerige|stelletje|stomme|vieze|vuile"
        + @"|zielige)\s$|\b(?:ben\sje|bent\su|zijn\sjullie)\s(?:een\s|echt\s|zo'n\s|nou\s|wel\s){1,3}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\b(?:wat\s(?:een|n|'n)|zo'n|stuk)\s(?:stelletje\s|vieze\s|vuile\s|stomme\s|enorme\s|ongelooflijke\s|zielige\s|domme\s|echte\s){0,2}$|\bwat\szijn\s(?:het|dat|jullie|ze|die\s\w+)\s(?:toch\s|een\s|stelletje\s){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Exclaiming();

    [GeneratedRegex(@"\b(?:is|was|blijft|blijkt|zijn|waren|vind(?:t|en)?(?:\s(?:ik|we|wij|iedereen))?)\s(?:toch\s|echt\s|gewoon\s|maar\s|ook\s|nog\s|steeds\s|altijd\s){0,3}(?:een\s|zo'n\s|de\s(?:grootste\s|ergste\s)|stelletje\s|het\s)(?:grote\s|echte\s|vieze\s|luie\s|domme\s|enorme\s|verschrikkelijke\s){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex CopulaOf();

    // ", sukkel!" at the end of what is said to somebody.
    [GeneratedRegex(@"[a-z0-9],\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex(@"^\s?(?:[!.?]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex CalledEnd();

    // "Echt een sukkel." after somebody was named.
    [GeneratedRegex(@"^(?:echt|gewoon|typisch|zo|toch|altijd|wat)\s(?:een\s|weer\s){0,2}(?:echte\s|enorme\s|grote\s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\s(?:van\s(?:een|onze|de|mijn|je)\s(?:\w+\s)?(?:docent\w*|leraar|lerares|rector|conrector|mentor|concierge|juf|meester|leerling|klasgenoot|collega|directeur|wethouder|buurman|moeder|vader|scheidsrechter|coach)|in\s(?:de|onze|mijn)\sklas|uit\s(?:klas\s)?[1-6][a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex OfPerson();

    [GeneratedRegex(@"\b(?:artis|biologie|bladeren|boerderij\w*|bomen|boom|bos|boswandeling|burgers|dier\w*|dierentuin|gastheer|griezel\w*|halloween\w*|heksen\w*|herfst\w*|hooi|insecten|kastanjes?|kerstspel|kerststal|kinderboerderij|koe|natuur\w*|natuurkunde|parasitair\w*|ruimen|slang|slangen|sprookje\w*|stal|stier|wei|weide|wormen|zoo)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Nature();

    [GeneratedRegex(
        @"\G(?:\b(?:jij|je|jullie|hij|zij|ze|die\s\w+)\s(?:bent|ben|is|zijn)\s(?:echt\s|gewoon\s|zo\s|te\s|veel\ste\s|niet\salleen\s|ontzettend\s|vreselijk\s|super\s?)*(?:dom|achterlijk|lelijk|dik|vet"
        + @"|walgelijk|zielig|gestoord|kansloos|niks\swaard|niets\swaard|mislukt|ziek\sin\s(?:je|hun|zijn|haar)\shoofd|niet\sgoed\sbij\s(?:je|zijn|haar|hun)\shoofd|te\sstom\s\w*|hersenloos|dommer\sdan"
        + @"|een\sschande|een\s0|een\snul|een\sniemand)\b|\bniemand\s(?:mag|wil|moet|vindt)\s(?:jou|je|hem|haar)\b|\b(?:iedereen\shaat|wij\shaten|we\shaten|ik\shaat)\s(?:jou|je|hem|haar|die\s\w+"
        + @"|onze\s\w+)\b|\b(?:geen|weinig)\shersens\b|\b(?:een|twee)\shersencel\w*\b|\b(?:stom|dom|lelijk|dik|vet|vies|smerig|achterlijk)\s?(?:wijf|wijven|kind|joch|mens|varken|rund|schepsel|ding"
        + @"|takkewijf)\b|\b(?:stomme|domme|vieze|vuile|dikke|vette|lelijke|achterlijke|luie|gestoorde)\s(?:koe|koeien|trut|trutten|geit|doos|troel|muts|ezel|hond|honden|zak|zakken|lul|eikel|eikels"
        + @"|varken|gast|gasten|gozer)\b|\blik\smijn|\bhufters?\b|\bga\s(?:je|jezelf)\sschamen\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PhrasesPattern();
}
