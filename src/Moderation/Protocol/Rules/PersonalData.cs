using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>
/// Numbers and particulars that belong to one person (R32): citizen service number, account, telephone, mail, birth date, student number, licence plate,
/// and an age or home town beside a name. The school's own contact data pass.
/// </summary>
internal static partial class PersonalData
{
    private static readonly Notice Particular = new("R32", FindingAction.Hold,
        new("Hier staat een persoonsgegeven.", "There is a personal particular here."),
        new("Haal het weg, of gebruik de contactgegevens van de school.", "Remove it, or use the school's contact details."));

    private static readonly Notice CitizenNumber = Particular with
    {
        Action = FindingAction.Block,
        What = new("Hier staat een burgerservicenummer.", "There is a citizen service number here."),
        Fix = new("Haal het nummer weg.", "Remove the number."),
    };

    private static readonly Notice PrivateAccount = Particular with
    {
        Action = FindingAction.Block,
        What = new("Hier staat het rekeningnummer van een persoon.", "There is somebody's private account number here."),
        Fix = new("Haal het rekeningnummer weg en gebruik het nummer van de school.", "Remove the account number and use the school's."),
    };

    private static readonly Notice Account = Particular with
    {
        What = new("Hier staat een rekeningnummer dat de school niet kent.", "There is an account number the school does not know."),
        Fix = new("Laat iemand controleren van wie het nummer is, of verwijs naar de site van de organisatie.", "Have somebody check whose number it is, or refer to the organisation's site."),
    };

    private static readonly Notice Telephone = Particular with
    {
        What = new("Hier staat een telefoonnummer dat niet van de school is.", "There is a telephone number that is not the school's."),
        Fix = new("Gebruik het nummer van de school of haal het weg.", "Use the school's number or remove it."),
    };

    private static readonly Notice PrivateTelephone = Telephone with
    {
        Action = FindingAction.Block,
        What = new("Hier staat het privénummer van een leerling of ouder.", "There is a private number of a pupil or parent here."),
    };

    private static readonly Notice Mail = Particular with
    {
        What = new("Hier staat een e-mailadres dat niet van de school is.", "There is a mail address that is not the school's."),
        Fix = new("Gebruik een adres van de school of haal het weg.", "Use an address of the school or remove it."),
    };

    private static readonly Notice BirthDate = Particular with
    {
        What = new("Hier staat een geboortedatum.", "There is a birth date here."),
        Fix = new("Haal de datum weg.", "Remove the date."),
    };

    private static readonly Notice StudentNumber = Particular with
    {
        What = new("Hier staat een leerlingnummer.", "There is a student number here."),
        Fix = new("Haal het nummer weg.", "Remove the number."),
    };

    private static readonly Notice Plate = Particular with
    {
        What = new("Hier staat een kenteken.", "There is a licence plate here."),
        Fix = new("Beschrijf het voertuig zonder kenteken.", "Describe the vehicle without its plate."),
    };

    private static readonly Notice AgeOrTown = Particular with
    {
        What = new("Bij een naam staat de leeftijd of woonplaats; samen maken die iemand vindbaar.", "An age or home town stands beside a name; together they make somebody easy to find."),
        Fix = new("Laat de leeftijd en de woonplaats weg.", "Leave out the age and home town."),
    };

    private static readonly WordRegex Iban = new(IbanPattern());
    private static readonly WordRegex Lives = new(LivesPattern());
    private static readonly WordRegex Student = new(StudentPattern());

    public static IEnumerable<Finding> Check(DraftReading draft) =>
        draft.Prose.SelectMany(p => Numbers(draft, p).Concat(Contacts(draft, p)).Concat(Personal(draft, p)));

    private static IEnumerable<Finding> Numbers(DraftReading draft, Passage passage)
    {
        if (passage.Folded.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            yield break;
        foreach (var (match, sentence) in passage.Find(NineDigits()))
        {
            var cued = CitizenCue().IsMatch(passage.Before(match.Index, 48));
            if (!cued && (OtherNumber().IsMatch(passage.Before(match.Index, 30)) || Unit().IsMatch(passage.After(match.Index + match.Length, 12)) || InLink(passage, match.Index)))
                continue;
            if (NumberChecks.IsCitizenNumber(match.ValueSpan))
                yield return Found.At(passage, match, CitizenNumber, evidence: "burgerservicenummer");
            else if (cued)
                yield return Found.At(passage, match, CitizenNumber, FindingAction.Hold, "lijkt op een burgerservicenummer");
        }
        foreach (var (match, sentence) in passage.Find(Iban))
        {
            var compact = NumberChecks.Compact(match.ValueSpan).ToUpperInvariant();
            if (draft.Rulebook.AccountNumbers.Any(a => NumberChecks.Compact(a).Equals(compact, StringComparison.OrdinalIgnoreCase)))
                continue;
            var valid = NumberChecks.IsIban(compact);
            if (!valid && !compact.StartsWith("NL", StringComparison.Ordinal))
                continue;
            var isPrivate = valid && (PrivateHolder().IsMatch(passage.Folded.AsSpan(sentence.Start, sentence.Length)) || !passage.Has(Charity(), sentence) && draft.PeopleMeant(passage, sentence).Any(static m => m.Named || m.Kind == MentionKind.Described));
            yield return Found.At(passage, match, isPrivate ? PrivateAccount : Account, evidence: "rekeningnummer");
        }
        foreach (var (match, _) in passage.Find(Student))
            yield return Found.At(passage, match, StudentNumber, evidence: "leerlingnummer");
        foreach (var match in PlateShape().Matches(passage.Text.Cased).Cast<Match>())
        {
            if (!match.Value.Any(char.IsAsciiDigit) || !match.Value.Any(char.IsAsciiLetter))
                continue;
            var sentence = passage.Text.SentenceAt(match.Index);
            var cued = passage.Has(Vehicle(), sentence);
            if (cued || !passage.Has(Product(), sentence) && NumberChecks.LooksLikePlate(match.Value))
                yield return Found.At(passage, match, Plate, cued ? null : FindingAction.Warn, "kenteken");
        }
    }

    private static IEnumerable<Finding> Contacts(DraftReading draft, Passage passage)
    {
        foreach (var (match, sentence) in passage.Find(Phone()))
        {
            var digits = NumberChecks.PhoneDigits(match.ValueSpan);
            if (digits is null || NumberChecks.IsPublicNumber(digits) || InLink(passage, match.Index)
                || OtherNumber().IsMatch(passage.Before(match.Index, 24))
                || draft.Rulebook.PhoneNumbers.Any(p => NumberChecks.PhoneDigits(p) == digits))
                continue;
            yield return Found.At(passage, match, OfPupil(draft, passage, sentence) ? PrivateTelephone : Telephone, evidence: "telefoonnummer");
        }
        foreach (var (match, sentence) in passage.Find(MailAddress()))
        {
            if (Known(draft, match.Value))
                continue;
            var at = match.Value.IndexOf('@', StringComparison.Ordinal);
            var free = FreeMail().IsMatch(match.Value);
            if (!free && RoleBox().IsMatch(match.ValueSpan[..at]))
                continue;
            yield return Found.At(passage, match, Mail, free && OfPupil(draft, passage, sentence) ? FindingAction.Block : null, "e-mailadres");
        }
    }

    private static IEnumerable<Finding> Personal(DraftReading draft, Passage passage)
    {
        foreach (var (match, sentence) in passage.Find(Born()))
            if (NumberChecks.YearIn(match.ValueSpan) is not (> 0 and < 1946) && !Context.IsHistory(passage, sentence) && !draft.Rulebook.Lexicon.PublicFigures.IsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length)))
                yield return Found.At(passage, match, BirthDate, evidence: "geboortedatum");
        foreach (var (match, sentence) in passage.Find(Age()))
            if (!Since().IsMatch(passage.Before(match.Index, 16)) && NextTo(draft, passage, sentence, match))
                yield return Found.At(passage, match, AgeOrTown, evidence: "leeftijd bij een naam");
        foreach (var (match, sentence) in passage.Find(Town()))
            if (draft.People(passage, sentence).Any(m => m.Named && m.Where.End <= match.Index && match.Index - m.Where.End <= 12))
                yield return Found.At(passage, match, AgeOrTown, evidence: "woonplaats bij een naam");
        foreach (var (match, sentence) in passage.Find(Lives))
            if (draft.PeopleMeant(passage, sentence).Any(static m => m.Named || m.Kind == MentionKind.Described))
                yield return Found.At(passage, match, AgeOrTown, evidence: "woonplaats bij een naam");
        foreach (var match in DateAfterName().Matches(passage.Text.Cased).Cast<Match>())
            if (draft.People(passage, passage.Text.SentenceAt(match.Index)).Any(m => m.Named && m.Where.End <= match.Index && match.Index - m.Where.End <= 3) && NumberChecks.YearIn(match.ValueSpan) is >= 1930 and <= 2030)
                yield return Found.At(passage, match, BirthDate, evidence: "datum achter een naam");
    }

    private static bool NextTo(DraftReading draft, Passage passage, Span sentence, Match match) =>
        draft.People(passage, sentence).Any(m => m.Named
            && (m.Where.End <= match.Index ? match.Index - m.Where.End <= 24 : m.Where.Start - (match.Index + match.Length) is >= 0 and <= 24));

    /// <summary>The sentence is about a pupil or a parent.</summary>
    internal static bool OfPupil(DraftReading draft, Passage passage, Span sentence) =>
        draft.PeopleMeant(passage, sentence).Any(static m => m.Score >= 50 && m.Person is { Kind: Consent.PersonKind.Pupil or Consent.PersonKind.Guardian } || m.Kind == MentionKind.Described)
        || passage.Has(PupilWord(), sentence);

    private static bool Known(DraftReading draft, string address)
    {
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return draft.Rulebook.MailAddresses.Contains(address, StringComparer.OrdinalIgnoreCase)
            || Domains.Matches(domain, draft.Rulebook.SchoolDomains)
            || Domains.Matches(domain, draft.Rulebook.AllowedDomains);
    }

    private static bool InLink(Passage passage, int position)
    {
        var start = position;
        while (start > 0 && !char.IsWhiteSpace(passage.Folded[start - 1]))
            start--;
        var word = passage.Folded.AsSpan(start, position - start);
        return word.Contains("://", StringComparison.Ordinal) || word.StartsWith("www.", StringComparison.Ordinal) || word.Contains('/') && word.Contains('.');
    }

    [GeneratedRegex(@"(?<![\d\w.,/-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3}|\d{2}[. ]\d{3}[. ]\d{4}|\d{4}-\d{2}-\d{3})(?![\d\w]|[.,]\d|\s?(?:euro|eur|km|m2))", RegexOptions.CultureInvariant)]
    private static partial Regex NineDigits();

    [GeneratedRegex(@"\b(?:bsn|burgerservicenummer|burger\sservice\snummer|sofinummer|sofi-nummer|sofi|persoonsgebonden\snummer|onderwijsnummer|pgn)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenCue();

    [GeneratedRegex(@"(?:\b(?:anbi|artikel|barcode|bestel|brin|btw|code|dossier|ean|factuur|fiscaal|id|isbn|kamer\svan\skoophandel|kenmerk|klant|kvk|lidmaatschaps?|meeting|model|order|pincode|product|referentie|registratie|rsin|serie|ticket|typenummer|vergader|versie|webinar|zaak|zoom)(?:nummer|code|nr|-id)?\s?(?:is|:|\.|=)*\s?(?:[a-z]{1,4})?|#|no\.?\s?)\s?$|\$\s?$|\u20ac\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherNumber();

    [GeneratedRegex(@"^\s?(?:euro|eur|km|kilometer|meter|stappen|inwoners|mensen|leerlingen|jaar|stuks|volgers|keer|punten|kg|liter|views|bezoekers)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\G(?:\b[a-z]{2}\d{2}[ .]?(?:[a-z]{4}[ .]?\d{4}[ .]?\d{4}[ .]?\d{2}|(?:[a-z0-9]{4}[ .]?){2,6}[a-z0-9]{1,4})\b)", RegexOptions.CultureInvariant)]
    private static partial Regex IbanPattern();

    [GeneratedRegex(@"\b(?:t\.?n\.?v\.?|ten\sname\svan|op\snaam\svan)\s(?:de\sheer\s|dhr\.?\s|mevr?\.?\s|mw\.?\s|familie\s|fam\.?\s|[a-z]\.\s?)|\b(?:mijn|m'n|zijn|haar|onze\seigen|prive)-?\s?(?:bank)?rekening|\b(?:naar|aan|op\sde\srekening\svan)\s(?:mij|de\smoeder|de\svader|juf|meester)\b|\btikkie\s(?:van|naar)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PrivateHolder();

    [GeneratedRegex(@"\b(?:actie|collecte|donatie\w*|doneer\w*|doneren|fonds|gift\w*|giro|goed(?:e)?\sdoel\w*|kika|kwf|ouderbijdrage|ouderraad|rode\skruis|school|steun|stichting|unicef|vereniging)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Charity();

    [GeneratedRegex(@"\G(?:\b(?:leerling(?:en)?|stam|studenten?|lln|magister)-?\s?(?:nummer|nr)\.?\s?(?:is|:|=|van\s\w+\s(?:is\s)?)?\s?\d{4,8}\b|\b(?:leerlingnr|stamnr|llnr)\.?\s?:?\s?\d{4,8}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex StudentPattern();

    [GeneratedRegex(@"\b(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)\b|(?<=\b[Kk]enteken(?:\sis|:)?\s)[A-Za-z0-9]{1,3}-?[A-Za-z0-9]{1,3}-?[A-Za-z0-9]{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlateShape();

    [GeneratedRegex(@"\b(?:aanhanger|audi|auto|auto's|autootje|bestelauto|bestelbus|bestuurder|bmw|brommer|busje|caravan|corsa|eigenaar|fiat|ford|geparkeerd\w*|golf|hyundai|kenteken\w*|kia|koplampen|lampen|lichten|mazda|mercedes|mini|motor|motorfiets|opel|parkeer\w*|personenauto|peugeot|polo|renault|scooter|seat|skoda|taxi|tesla|toyota|volkswagen|volvo|vw|wagen)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Vehicle();

    [GeneratedRegex(@"\b(?:artikel\w*|batterij\w*|bestel(?:nummer|code|nr)|boek\w*|cartridge|casio|chromebook\w*|code|editie|isbn|kleurcode|lamp|lokaal|model\w*|onderdeel\w*|product\w*|rekenmachine|serie\w*|texas|ti|toner|type|typenummer|versie)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Product();

    [GeneratedRegex(@"(?<![\d\w,./-])(?:(?:\+|00)31[\s.-]?(?:\(0\)\s?)?\(?\d(?:[\s.()-]{0,2}\d){8}|\(?0\d{1,3}\)?(?:[\s.-]{0,3}\d){5,9})(?![\d\w]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[a-z0-9._%+-]{1,64}(?:@|\s?(?:\(at\)|\[at\]|\{at\}|\sat\s)\s?)(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,10}\b", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"(?:@|at[\])}\s]\s?)(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|yahoo|ziggo|kpnmail|kpnplanet|planet|home|xs4all|upcmail|telfort|proton|protonmail|gmx|quicknet|hetnet|tele2|chello|casema|wanadoo|caiway|solcon|student)\.", RegexOptions.CultureInvariant)]
    private static partial Regex FreeMail();

    [GeneratedRegex(
        @"^(?:info|contact|receptie|administratie|secretariaat|kaartverkoop|tickets?|inschrijv\w*|aanmeld\w*|reserver\w*|bestuur|mr|ouderraad|vacatures?|sollicit\w*|hr|opendag|open-dag|redactie|pers"
        + @"|communicatie|klantenservice|service|support|helpdesk|verhuur|sales|organisatie|events?|jeugd|educatie|museum|theater|kassa|boekingen|vrijwilligers|donateurs|school|directie|balie|post"
        + @"|welkom|hallo|kantoor|planning|planbord)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RoleBox();

    private const string Months = "jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[i]?|jul[i]?|aug(?:ustus)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    [GeneratedRegex(@"(?:\bgeb\.|\b(?:geb|geboren|geboortedatum|geboorteda(?:g|tum)|geb\.?\s?dat\.?|jarig|verjaart|verjaardag)\b)(?:[\s:,(]{1,3}(?:op|is|was|van|:|te|in|\w+dag|[a-z]+(?:,)?)){0,4}[\s:(]{0,3}(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|\d{1,2}\s(?:" + Months + @")\.?\s(?:'?\d{2}|\d{4}))\b|\b(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|\d{1,2}\s(?:" + Months + @")\s\d{4})\s(?:is|werd|was)\s(?:[a-z]+\s){0,3}geboren\b", RegexOptions.CultureInvariant)]
    private static partial Regex Born();

    [GeneratedRegex(@"\(\s?(?:[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d)\s?\)|,?\s(?:[0-3]?\d[-/.][01]?\d[-/.](?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DateAfterName();

    [GeneratedRegex(
        @"\(\s?(?:1\d|[2-8]\d)(?:\s?(?:jaar|jr\.?|j))?\s?\)|\b(?:1\d|[2-8]\d)[\s-](?:jaar|jr|jarige)\b(?!\s(?:in\sdienst|docent|leraar|lid|bestaan|geleden|getrouwd|school|les|actief|werkzaam|verbonden"
        + @"|jubileum|lang|later|ervaring|bij|op\sschool|jubilaris|werkervaring))|,\s(?:1\d)(?=[,.]|\sen\suit)|\bvan\s(?:1[1-9]|twaalf|dertien|veertien|vijftien|zestien"
        + @"|zeventien)(?:\sjaar)?(?=[\s,.!]\s?(?:uit|heeft|is|won|en|$|kreeg))|\b(?:twaalf|dertien|veertien|vijftien|zestien|zeventien)(?:[\s-](?:jaar|jarige))\b|\bis\s(?:pas\s|net\s|nu\s"
        + @"|al\s)?1\d(?=\sen\s|[,.!]\s|[.!]?$)|\bwordt\s(?:vandaag\s|morgen\s|zaterdag\s|zondag\s)?1\d\b(?!\s?(?:e|de|ste|uur))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Age();

    // "Na 38 jaar" is how long, not how old.
    [GeneratedRegex(@"\b(?:afgelopen|al|bijna|binnen|circa|dan|in|komende|minstens|na|over|ruim|sinds|voor|zo'n)\s$", RegexOptions.CultureInvariant)]
    private static partial Regex Since();

    private const string Towns = "zwolle|hattem|hattemerbroek|kampen|ijsselmuiden|dalfsen|ommen|raalte|heino|wijhe|olst|deventer|genemuiden|hasselt|zwartsluis|zwartewaterland|staphorst|rouveen|meppel|nieuwleusen|balkbrug|dedemsvaart|hardenberg|wezep|oldebroek|elburg|nunspeet|harderwijk|epe|heerde|wapenveld|vaassen|apeldoorn|dronten|lelystad|emmeloord|steenwijk|vollenhove|hoogeveen|almelo|hengelo|enschede|nijverdal|lemelerveld|stadshagen|westenholte|berkum|ittersum|assendorp|aalanden|aa-landen|holtenbroek|wijthmen|windesheim|mastenbroek|laag-zuthem|hoonhorst|oudleusen|vilsteren|rijssen|zutphen|arnhem|amersfoort|utrecht|groningen|assen";

    [GeneratedRegex(@"(?:\suit|,\suit|\s\(?\d{0,2}\)?\s?uit|,)\s(?:het\s(?:dorp\s)?)?(?:" + Towns + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex Town();

    [GeneratedRegex(@"\G(?:\b(?:woont|woonachtig|wonen|wonend|woonde)\s(?:al\s\w+\s\w+\s|sinds\s\w+\s|nu\s|ook\s|zelf\s|gewoon\s){0,2}(?:in|te|op|aan|bij)\s(?:de\s|het\s|een\s)?[a-z]{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex LivesPattern();

    [GeneratedRegex(@"\b(?:(?:deze|die|een|de)\sleerlinge?|klasgenoot|(?:zijn|haar|de|mijn)\s(?:moeder|vader|ouders)|moeder\svan|vader\svan|ouders\svan|(?:1\d)-jarige|brugklasser|leerlinge)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PupilWord();
}
