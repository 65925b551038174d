namespace Moderation.Protocol.Names;

/// <summary>What evidence is worth, 0–100 (<c>domain.md</c> §4.3).</summary>
internal static class Scores
{
    public const int Exact = 100;
    public const int FullName = 100;
    public const int FullNameOtherInfix = 95;
    public const int FullNameForeignInfix = 85;
    public const int HalfCallName = 75;

    /// <summary>"Bakker Bart", without a comma: as likely a trade with a first name.</summary>
    public const int ReversedOrdinary = 75;

    /// <summary>A full name whose two words are both ordinary and that no capital marks as a name.</summary>
    public const int FullNameInSmallLetters = 80;
    public const int FullNameOfFunctionWords = 55;
    public const int FullNameAcrossLines = 80;

    public const int CallNameInClass = 90;
    public const int CallNameSharedInClass = 85;
    public const int SmallCallNameInClass = 80;
    public const int CallNameInYear = 75;
    public const int CallNameSharedInYear = 65;

    public const int Initials = 80;
    public const int Addressed = 80;
    public const int AddressedGuardian = 70;
    public const int AddressedForeignInfix = 65;
    public const int AddressedCallName = 75;
    public const int ManyCandidates = -15;

    public const int Joined = 75;
    public const int Misspelt = 85;
    public const int MisspeltShort = 70;
    public const int MisspeltInClass = 70;

    public const int CallName = 60;
    public const int SharedCallName = 50;
    public const int OrdinaryCallName = 40;
    public const int OrdinaryCallNameAtStart = 20;
    public const int SmallCallName = 45;
    public const int Surname = 45;
    public const int OrdinarySurname = 15;

    public const int UnknownNamed = 60;
    public const int UnknownNamedWell = 70;
    public const int UnknownAddressed = 65;
    public const int UnknownRelative = 60;
    public const int UnknownInClass = 60;
    public const int UnknownInitial = 55;
    public const int UnknownFamily = 55;
    public const int UnknownAccount = 55;

    public const int StudentNumberWithoutCue = 60;

    public const int LinkedToFile = 20;
    public const int ClassElsewhere = 15;
    public const int PersonVerb = 15;
    public const int Age = 10;
    public const int Enumerated = 15;
    public const int Salutation = 10;

    public const int ArticleBefore = -40;
    public const int MeasureWord = -40;
    public const int KnownPhrase = -40;
    public const int TitleInQuotes = -25;
    public const int Headline = -20;
    public const int Compound = -30;
    public const int Command = -40;

    /// <summary>A public role beside the name of somebody unknown: "zangeres", ", lijsttrekker van".</summary>
    public const int PublicRole = -25;

    /// <summary>One word about the world's affairs in the sentence, and none about the school: doubt about an uncommon surname.</summary>
    public const int SomeWorld = -15;

    /// <summary>Several of them.</summary>
    public const int MuchWorld = -25;

    /// <summary>A call name alone, where the sentence is about the world or gives an adult's age.</summary>
    public const int Elsewhere = -15;

    /// <summary>A call name that the sentence says is a word, a place or a thing.</summary>
    public const int Explained = -30;

    /// <summary>A parent or guest, by call name alone.</summary>
    public const int NotOfSchool = -20;
    public const int OtherSurnameFollows = -20;
    public const int OtherNameBefore = -20;

    /// <summary>Another person with that call name is named in full in the same draft.</summary>
    public const int NamesakeNamedInFull = -30;

    /// <summary>From here on a match blocks.</summary>
    public const int Strong = 80;

    /// <summary>From here on a match holds.</summary>
    public const int Middle = 50;

    /// <summary>Below this nothing is said.</summary>
    public const int Weak = 20;
}
