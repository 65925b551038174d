namespace Moderation.Protocol.Names;

/// <summary>What the word lists know about a word; a word may be several things at once.</summary>
[Flags]
internal enum WordKinds : ulong
{
    None = 0,

    /// <summary>A first name in use in the Netherlands.</summary>
    FirstName = 1 << 0,

    /// <summary>A common surname, without its tussenvoegsel.</summary>
    Surname = 1 << 1,

    /// <summary>A content word that is also somebody's name: roos, bakker.</summary>
    Ordinary = 1 << 2,

    /// <summary>A word so common that in lower case it is never a name: ben, wil, van.</summary>
    Function = 1 << 3,

    /// <summary>Written with a capital but no person: place, country, language, day, month, brand.</summary>
    Proper = 1 << 4,

    /// <summary>Tussenvoegsel or part of one.</summary>
    Infix = 1 << 5,

    /// <summary>Form of address or academic title: meneer, mevr, dr.</summary>
    Title = 1 << 6,

    /// <summary>Function in a school or club: docent, rector, trainer.</summary>
    Role = 1 << 7,

    /// <summary>Article, possessive or demonstrative: de, onze, dat.</summary>
    Article = 1 << 8,

    /// <summary>Verb that people are the subject or object of: won, vertelt, bedankt.</summary>
    PersonVerb = 1 << 9,

    /// <summary>Noun that announces a person: leerling, aanvoerder, winnaar.</summary>
    PersonCue = 1 << 10,

    /// <summary>Greeting: beste, lieve, hoi.</summary>
    Salutation = 1 << 11,

    /// <summary>Kinship: vader, oma, tweelingzus.</summary>
    Relation = 1 << 12,

    /// <summary>Announces an organisation, building or work: stichting, café, stadion.</summary>
    InstitutionBefore = 1 << 13,

    /// <summary>Closes the name of an organisation, building or event: college, arena, toernooi.</summary>
    InstitutionAfter = 1 << 14,

    /// <summary>Public office: koning, minister, paus.</summary>
    Office = 1 << 15,

    /// <summary>Measure: max, min.</summary>
    Measure = 1 << 16,

    /// <summary>May stand between a name and a class: uit, van, leerling.</summary>
    ClassConnector = 1 << 17,

    /// <summary>klas, groep, leerjaar.</summary>
    ClassWord = 1 << 18,

    /// <summary>havo, vwo, mavo.</summary>
    Level = 1 << 19,

    /// <summary>eerste, derde; also derdeklasser.</summary>
    Ordinal = 1 << 20,

    /// <summary>Announces a student number: leerlingnummer, stamnr.</summary>
    NumberCue = 1 << 21,

    /// <summary>Announces an account name: insta, snap.</summary>
    AccountCue = 1 << 22,

    /// <summary>en, of, plus: joins the items of an enumeration.</summary>
    Conjunction = 1 << 23,

    /// <summary>A full stop after it does not end a sentence.</summary>
    Abbreviation = 1 << 24,

    /// <summary>familie, gezin.</summary>
    Family = 1 << 25,

    /// <summary>School subject; may stand between a function and a surname.</summary>
    Subject = 1 << 26,

    /// <summary>First word of a known phrase.</summary>
    PhraseStart = 1 << 27,

    /// <summary>Noun that a number counts or a letter names: lokaal, poule, vitamine.</summary>
    LetterNoun = 1 << 28,

    /// <summary>First half of a double call name on the roll: Anne of Anne-Fleur.</summary>
    DoubleStart = 1 << 29,

    /// <summary>A name of somebody on the roll can start with it.</summary>
    NameStart = 1 << 30,

    /// <summary>Part of a surname on the roll.</summary>
    RollSurname = 1u << 31,

    /// <summary>Why people know a name: zangeres, lijsttrekker; or a work with its maker behind it: roman, symfonie.</summary>
    PublicRole = 1ul << 32,

    /// <summary>The world's affairs: countries, politics, great sport, the arts, the past.</summary>
    World = 1ul << 33,

    /// <summary>The school and its people: onze, leerling, aula.</summary>
    Home = 1ul << 34,

    /// <summary>Of the world, and of pupils on a trip as well: countries, museums, championships.</summary>
    Visited = 1ul << 35,

    /// <summary>What is no person: stad, woord, spel. "Petra is een stad" speaks of no Petra.</summary>
    Thing = 1ul << 36,

    /// <summary>Known as something else than a name: alone it says little about a person.</summary>
    AnyOrdinary = Ordinary | Function | Proper | Article | PersonVerb | Title | Role | Relation | Salutation | PersonCue
        | InstitutionBefore | InstitutionAfter | Office | Measure | ClassConnector | ClassWord | Level | Ordinal | NumberCue
        | Conjunction | Family | Subject | LetterNoun,

    /// <summary>With a capital after a first name still no surname, unless it is also a known surname.</summary>
    NoSurname = Function | Proper | Article | PersonVerb | Title | Role | Relation | Salutation | PersonCue | InstitutionBefore
        | InstitutionAfter | Office | ClassConnector | ClassWord | Level | Ordinal | NumberCue | Conjunction | Family | Subject,
}
