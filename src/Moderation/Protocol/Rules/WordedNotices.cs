using System.Collections.Frozen;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>What a person reads about each section of the wordings.</summary>
internal static class WordedNotices
{
    private static readonly FrozenDictionary<string, Notice> All = new[]
    {
        One("R03", FindingAction.Hold, "Dit kan de goede naam schaden van de school of van mensen die er leren of werken.", "This may damage the good name of the school or of people who learn or work there.",
            "Laat het oordeel weg en schrijf wat er feitelijk gebeurde.", "Leave out the judgement and write what actually happened."),
        One("R34", FindingAction.Hold, "Dit is negatief over de school.", "This is negative about the school.",
            "Schrijf alleen de feiten op, of bespreek de kritiek binnen de school.", "Write down the facts only, or raise the criticism inside the school."),
        One("R04", FindingAction.Warn, "Deze toon past niet bij een bericht van de school.", "This tone does not suit a post of the school.",
            "Vraag het vriendelijk en in gewone letters.", "Ask kindly and in ordinary letters."),
        One("R05", FindingAction.Hold, "Dit is een formele mededeling, en die mag niet alleen via sociale media.", "This is a formal notice, which may not go out through social media alone.",
            "Kies ook de website, e-mail of nieuwsbrief, of verklaar dat het daar al staat.", "Choose the website, mail or newsletter as well, or declare that it already stands there.", FindingGround.Process),
        One("R12", FindingAction.Hold, "Dit lijkt over een privébijeenkomst te gaan en niet over school.", "This seems to be about a private gathering, not school.",
            "Plaats alleen wat bij een schoolactiviteit hoort.", "Post only what belongs to a school activity."),
        One("R14", FindingAction.Hold, "Deze roosterinformatie noemt een leerling en gaat daarom niet zonder goedkeuring door.", "This timetable information names a pupil and so does not go through without approval.",
            "Noem alleen de klas, of vertel het de leerling zelf.", "Name only the class, or tell the pupil directly."),
        One("R15", FindingAction.Hold, "Dit gaat niet over de school, maar is privé, commercieel of politiek.", "This is not about the school but private, commercial or political.",
            "Plaats dit op een eigen kanaal, of maak duidelijk wat het met school te maken heeft.", "Post this on a channel of your own, or make clear what it has to do with school."),
        One("R16", FindingAction.Warn, "Deze bewering is niet te controleren: er staat geen bron bij.", "This claim cannot be checked: no source is given.",
            "Noem de bron of schrijf het minder stellig.", "Name the source or put it less strongly."),
        One("R17", FindingAction.Hold, "Dit is een persoonlijke mening, en het is niet duidelijk van wie.", "This is a personal opinion, and it is not clear whose.",
            "Zet je naam en functie eronder met de disclaimer, of plaats het op je eigen kanaal.", "Put your name and function under it with the disclaimer, or post it on your own channel."),
        One("R20", FindingAction.Hold, "Hier wordt een hele groep mensen iets verweten of weggewenst.", "A whole group of people is blamed for something or wished away here.",
            "Schrap de zin of schrijf zonder oordeel over de groep.", "Drop the sentence or write without judging the group."),
        One("R20.seks", FindingAction.Hold, "Deze tekst is seksueel getint.", "This text is sexual.",
            "Kies neutrale woorden of haal het weg.", "Choose neutral words or remove it."),
        One("R21", FindingAction.Hold, "Dit bericht lijkt anoniem of onder een andere naam geschreven.", "This post seems to be written anonymously or under another name.",
            "Zet erbij wie het schreef, of plaats het niet.", "Say who wrote it, or do not post it."),
        One("R22", FindingAction.Hold, "Dit komt uit of verwijst naar een besloten systeem zoals Magister of intranet.", "This comes from or points at a closed system such as Magister or the intranet.",
            "Verwijs alleen met woorden naar het systeem en plaats niets wat erin staat.", "Refer to the system in words only and post nothing that stands in it."),
        One("R26", FindingAction.Hold, "Dit roept op tot actie tegen een persoon of instelling.", "This calls for action against a person or institution.",
            "Haal de oproep weg; een klacht hoort bij de school zelf.", "Remove the call; a complaint belongs with the school itself."),
        One("R26.wanhoop", FindingAction.Hold, "Hier spreekt iemand misschien over zichzelf iets aandoen.", "Somebody may be speaking of hurting themselves here.",
            "Plaats dit niet en neem direct contact op met de mentor of het ondersteuningsteam; bel bij nood 113 of 112.", "Do not post this and contact the mentor or support team at once; in an emergency call 113 or 112."),
        One("R27", FindingAction.Hold, "Dit lijkt vertrouwelijk of alleen voor intern gebruik.", "This seems confidential or for internal use only.",
            "Plaats dit niet, of vraag de schoolleiding of het openbaar mag.", "Do not post this, or ask management whether it may be public."),
        One("R29", FindingAction.Hold, "Hier staat iets over het privéleven of de gezondheid van een medewerker.", "This tells of the private life or health of a member of staff.",
            "Laat dit weg, of vraag de medewerker om toestemming.", "Leave it out, or ask the member of staff for consent."),
        One("R31", FindingAction.Warn, "Deze toon past niet goed bij een bericht van de school.", "This tone does not suit a post of the school.",
            "Kies woorden die je ook in een brief aan ouders zou gebruiken.", "Choose words you would also use in a letter to parents."),
        One("R32", FindingAction.Hold, "Hier staat een persoonsgegeven.", "There is a personal particular here.",
            "Haal het weg, of gebruik de contactgegevens van de school.", "Remove it, or use the school's contact details."),
        One("R33", FindingAction.Warn, "Dit past misschien niet bij de kernwaarden van de school: het sluit mensen uit of stelt winnen boven alles.", "This may not fit the school's core values: it excludes people or puts winning above all.",
            "Schrijf het zo dat iedereen zich welkom voelt.", "Write it so that everybody feels welcome."),
        One("R35", FindingAction.Hold, "Hier wordt iemand beschuldigd of beledigd.", "Somebody is accused or insulted here.",
            "Haal de beschuldiging of belediging weg; meld een vermoeden bij de schoolleiding.", "Remove the accusation or insult; report a suspicion to management."),
        One("R36", FindingAction.Hold, "Hier staat iets vertrouwelijks of schadelijks over een leerling, ouder of partner.", "There is something confidential or harmful about a pupil, parent or partner here.",
            "Laat dit weg, of vraag de betrokkene om goedkeuring.", "Leave it out, or ask the person's approval."),
        One("R36.partner", FindingAction.Hold, "Hier staat iets vertrouwelijks of schadelijks over een partner van de school.", "There is something confidential or harmful about a partner of the school here.",
            "Laat dit weg, of overleg met de schoolleiding.", "Leave it out, or consult management."),
        One("R38", FindingAction.Hold, "Hier staat dat het werk van iemand anders is.", "This says that the work is somebody else's.",
            "Leg de toestemming of licentie vast bij het bestand, of haal het werk weg.", "Record the permission or licence with the file, or remove the work."),
        One("R41", FindingAction.Warn, "Dit lijkt een opiniestuk of persoonlijke bijdrage.", "This looks like an opinion piece or a personal contribution.",
            "Geef aan dat het op persoonlijke titel is en voeg de disclaimer toe.", "Say that it is on personal title and add the disclaimer."),
        One("R42", FindingAction.Hold, "Dit gaat over beleid, geld of resultaten van de school.", "This is about the school's policy, money or results.",
            "Alleen de schoolleiding kan dit vrijgeven; leg het daar voor of haal het weg.", "Only management can release this; show it to them or remove it."),
        One("R44", FindingAction.Hold, "Hier wordt iemand geciteerd; dat mag alleen als die persoon akkoord is.", "Somebody is quoted here, which is only allowed if that person agrees.",
            "Vraag akkoord en vink de verklaring aan, of vat het samen zonder citaat.", "Ask for agreement and tick the declaration, or sum it up without a quotation."),
        One("R45", FindingAction.Hold, "Dit lijkt een bericht van iemand anders; delen mag alleen als de maker akkoord is.", "This seems to be somebody else's post; it may be shared only if its maker agrees.",
            "Vraag de maker om toestemming en vink de verklaring aan, of schrijf een eigen bericht.", "Ask the maker's permission and tick the declaration, or write a post of your own."),
        One("R47", FindingAction.Hold, "Dit lijkt tijdens of uit een toets of examen te komen.", "This seems to come from inside a test or examination.",
            "Wacht tot de toets voorbij is en plaats geen vragen of antwoorden.", "Wait until the test is over and post no questions or answers."),
        One("R48", FindingAction.Hold, "Hier staat een vloek of scheldwoord.", "There is a curse or a term of abuse here.",
            "Kies een ander woord.", "Choose another word."),
        One("R49", FindingAction.Hold, "Hier lijkt iemand te kijk te worden gezet.", "Somebody seems to be held up to ridicule here.",
            "Schrijf het zonder spot, of laat deze persoon weg.", "Write it without mockery, or leave this person out."),
        One("R54", FindingAction.Block, "Dit leest als een bedreiging; dat is mogelijk strafbaar.", "This reads as a threat, which may be a crime.",
            "Plaats dit niet: het bericht wordt bewaard en als incident aan de schoolleiding gemeld.", "Do not post this: it is kept and reported to management as an incident."),
        One("A14", FindingAction.Hold, "Hier staat iets over iemands gezondheid, geloof, afkomst, geaardheid of politieke voorkeur.", "This tells of somebody's health, belief, origin, orientation or politics.",
            "Laat dit weg, of vraag de betrokkene uitdrukkelijk om toestemming.", "Leave it out, or ask the person's explicit consent."),
    }.ToFrozenDictionary(static p => p.Key, static p => p.Notice, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The wordings have a section that no notice belongs to.</exception>
    public static Notice Of(string key) => All[key];

    public static bool Knows(string key) => All.ContainsKey(key);

    private static (string Key, Notice Notice) One(string key, FindingAction action, string nl, string en, string fixNl, string fixEn, FindingGround ground = FindingGround.Content) =>
        (key, new Notice(key[..3], action, new Words(nl, en), new Words(fixNl, fixEn), ground));
}
