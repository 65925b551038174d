using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Confidential information (R27). A label on the text or file blocks; words that point at internal papers hold. "Vertrouwenspersoon" and "intern verbouwd" are neither.</summary>
internal static partial class Confidential
{
    private static readonly Notice Labelled = new("R27", FindingAction.Block,
        new("Dit is gemarkeerd als vertrouwelijk of intern.", "This is marked confidential or internal."),
        new("Plaats dit niet; gebruik alleen informatie die openbaar mag worden.", "Do not post this; use only information that may be public."));

    private static readonly Notice Internal = new("R27", FindingAction.Hold,
        new("Dit lijkt uit een intern of vertrouwelijk stuk te komen.", "This seems to come from an internal or confidential paper."),
        new("Controleer of dit al openbaar mag zijn, en laat het anders weg.", "Check whether this may be public yet, or leave it out."));

    private static readonly Notice PassPhoto = new("A01", FindingAction.Block,
        new("Een pasfoto uit de leerlingadministratie is niet bedoeld om te publiceren.", "A pass photo from the pupil records is not meant to be published."),
        new("Gebruik een foto die voor dit bericht is gemaakt.", "Use a photo made for this post."));

    private static readonly WordRegex Paper = new(PaperPattern());
    private static readonly WordRegex Label = new(LabelPattern());

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
        {
            if (passage.IsFileName)
            {
                if (FileLabel().Match(passage.Folded) is { Success: true } label)
                    yield return Found.At(passage, label, Labelled, evidence: "bestandsnaam");
                else if (FilePaper().Match(passage.Folded) is { Success: true } paper)
                    yield return Found.At(passage, paper, Internal, evidence: "bestandsnaam");
                if (PassPhotoWord().Match(passage.Folded) is { Success: true } pass)
                    yield return Found.At(passage, pass, PassPhoto, evidence: "bestandsnaam");
                continue;
            }
            foreach (var (match, sentence) in passage.Find(Label))
                if (IsLabel(passage, match, sentence))
                    yield return Found.At(passage, match, Labelled, evidence: "label");
            foreach (var (match, _) in passage.Find(Paper))
                if (!Context.Negated(passage, match.Index))
                    yield return Found.At(passage, match, Internal, evidence: "intern stuk");
            if (passage.Field.StartsWith("media[", StringComparison.Ordinal) && PassPhotoWord().Match(passage.Folded) is { Success: true } photo)
                yield return Found.At(passage, photo, PassPhoto, FindingAction.Hold, "pasfoto");
        }
    }

    // A label opens the sentence, stands in capitals or says in so many words that it must not spread.
    private static bool IsLabel(Passage passage, Match match, Span sentence)
    {
        if (Sure().IsMatch(match.ValueSpan))
            return !Context.Negated(passage, match.Index);
        var cased = passage.Text.Cased.AsSpan(match.Index, match.Length);
        var shouted = !cased.ContainsAnyInRange('a', 'z');
        return (match.Index == sentence.Start && LabelEnd().IsMatch(passage.After(match.Index + match.Length, 4)))
            || match.Index == sentence.Start && match.Index + match.Length >= sentence.End - 1
            || shouted && (match.Index == sentence.Start || passage.Folded[match.Index - 1] is '(' or '[' or '*');
    }

    [GeneratedRegex(
        @"\G(?:\b(?:strikt\s|streng\s|zeer\s|uiterst\s)?(?:vertrouwelijk|confidentieel|confidential|geheim|intern|embargo)\b(?:\sdocument|\sstuk|\sgebruik|\smemo)?|\b(?:alleen|uitsluitend|enkel"
        + @"|slechts)\s(?:bestemd\s)?voor\s(?:intern(?:e)?\s(?:gebruik|verspreiding)|(?:eigen|ons)\spersoneel|medewerkers\sbestemd|docenten\sbestemd)\b|\b(?:niet|nog\sniet)\s(?:verder\s)?(?:verspreiden"
        + @"|delen\smet\s(?:ouders|leerlingen|derden|anderen|de\spers)|delen|doorsturen|naar\sbuiten\sbrengen|openbaar\smaken|publiceren)(?=\s?[!.:)\]]|$|\s(?:aub|svp|a\.u\.b|buiten))"
        + @"|\bniet\svoor\s(?:publicatie|verspreiding|extern\sgebruik|derden|buitenstaanders)\b|\b(?:off\sthe\srecord|onder\sons\sgezegd|onder\sde\spet)\b|\bdit\s(?:moet|blijft)\s(?:\w+\s)?(?:onder\sons"
        + @"|geheim|binnenskamers)\b|\b(?:mondje\sdicht|niet\s(?:verder\s|door)vertellen)\b|\bonder\sembargo\b|\bembargo\stot\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^(?:alleen|uitsluitend|enkel|slechts|niet|nog|off|onder|dit|mondje|embargo\stot|strikt|streng|uiterst)", RegexOptions.CultureInvariant)]
    private static partial Regex Sure();

    [GeneratedRegex(@"^\s?[:!|\])\u2013-]|^\s?-", RegexOptions.CultureInvariant)]
    private static partial Regex LabelEnd();

    [GeneratedRegex(
        @"\G(?:\b(?:vertrouwelijke|geheime)\s(?:[a-z]+\s)?(?:informatie|stukken|stuk|notitie|notities|gegevens|verslag|verslagen|brief|mail|memo|cijfers|document\w*|plannen|bijlage|bespreking"
        + @"|vergadering|besprekingen|afspraken|rapport\w*|lijst|onderhandeling\w*)\b(?!\s(?:blijft|blijven|gaan|wordt\sveilig))|\b(?:interne|intern)\s(?:[a-z]+\s)?(?:memo|notitie|notities|mail"
        + @"|mailwisseling|stuk|stukken|document\w*|verslag|verslagen|rapport|rapportage|vergaderstuk\w*|onderzoek|evaluatie|besluit|besluiten|communicatie|nota|brief|informatie|afspraken|sollicitat\w*"
        + @"|lijst|planning|kwestie)\b|\b(?:concept|kladversie\svan\sde|conceptversie\svan\sde|voorlopige\sversie\svan\sde)-?\s?(?:begroting|formatie|formatieplan|jaarverslag|jaarrekening"
        + @"|rooster\svan\svolgend|beleidsplan|beleidsnotitie|schoolplan|notitie|besluit|convenant|contract|rapport|advies|plan|reorganisatieplan|persbericht|inspectierapport|taakverdeling"
        + @"|lessentabel)\b|\b(?:absentenlijst\w*|absentielijst\w*|adreslijst\w*|adressenlijst\w*|beoordelingsgesprek(?:ken)?\svan|cijferlijst(?:en)?\svan|functioneringsgesprek(?:ken|sverslag)?\svan"
        + @"|gespreksverslag\w*|handelingsplan(?:nen)?\svan|in\sde\s(?:rapportvergadering|leerlingbespreking|bestuursvergadering|mt-vergadering|directievergadering)\s(?:is|werd|bleek|kwam|hebben"
        + @"|is\sbesloten)|klassenlijst(?:en)?\s(?:met|van)|leerlingdossier\w*|leerlingendossier\w*|mdo\s(?:over|van|met\sde\souders\svan)|mdo-verslag\w*|medische?\sdossier\w*|notulen\svan\s(?:de"
        + @"|het)\s(?:teamvergadering|mt|mt-overleg|directie\w*|sectievergadering|rapportvergadering|leerlingbespreking|zorgteam|bestuur\w*|rvt|raad\svan\stoezicht|schoolleiding)|notulen\s(?:staan"
        + @"|zijn)\s(?:hier|bijgevoegd)|opp\svan|opp's\svan|overdrachtsdossier\w*|personeelsdossier\w*|rapportvergadering\s(?:van|over|bleek|is)|sollicitanten\s(?:zijn|waren|heten)"
        + @"|sollicitatiebrie\w+\svan|telefoonlijst\w*|uit\sde\s(?:notulen|rapportvergadering|leerlingbespreking|teamvergadering|sollicitatie\w*)|verzuimcijfers\svan|verzuimgegevens"
        + @"|verzuimgesprek\s(?:met|van)|verzuimlijst\w*|verzuimregistratie\svan|wachtlijst\smet\snamen|ziekteverzuim(?:cijfers)?\svan|zorgdossier\w*|zorgoverleg\sover|zorgplan(?:nen)?\svan)\b"
        + @"|\b(?:nog\sniet|nog\sgeen)\s(?:officieel|openbaar|publiek|bekend\sgemaakt|naar\sbuiten)\b|\bnog\sniet\s(?:officieel\s)?(?:bekendgemaakt|aangekondigd|gecommuniceerd),?\smaar\b|\b(?:mag|mogen"
        + @"|moet|wordt)\s(?:nog\s|eigenlijk\s)?(?:niet|nog\sniet)\s(?:naar\sbuiten|openbaar|bekend|in\sde\skrant|gelekt|worden\s(?:gedeeld|verspreid))\b|\b(?:uitgelekt\w*|gelekte?|lekte\suit"
        + @"|laat\sik\suitlekken|klokkenluider\w*|verklap\sik\salvast|officieus)\b|\b(?:voor\sons\spersoneel|binnen\shet\steam|in\sde\steamkamer|in\sde\sdocentenkamer)\s(?:is|werd|wordt)\s(?:besproken"
        + @"|gezegd|bekend|verteld)\b|\bdraaiboek\s(?:ontruiming|calamiteiten|crisis\w*)\b|\b(?:alarmcode|sleutelplan|beveiligingscode|code\svan\shet\salarm|camerabeelden\svan)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex PaperPattern();

    [GeneratedRegex(@"(?<![a-z])(?:vertrouwelijk|confidentieel|confidential|geheim|intern|nietverspreiden|niet[ -]verspreiden|embargo)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex FileLabel();

    [GeneratedRegex(@"(?<![a-z])(?:notulen|verzuim\w*|zorgplan\w*|opp|mdo|personeelsdossier\w*|leerlingdossier\w*|cijferlijst\w*|klassenlijst\w*|leerlinglijst\w*|leerlingenlijst\w*|absentie\w*|adreslijst\w*|telefoonlijst\w*|formatieplan\w*|formatie|begroting\w*|jaarrekening\w*|conceptbegroting\w*|rapportvergadering\w*|beoordelingsgesprek\w*|functioneringsgesprek\w*)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex FilePaper();

    [GeneratedRegex(@"(?<![a-z])(?:pasfoto(?:'?s)?|pasfotos|smoelenboek|leerlingpas(?:foto)?|las-?foto)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex PassPhotoWord();
}
