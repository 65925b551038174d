namespace Moderation.Protocol.Names;

/// <summary>What a token looks like and what was found out about where it stands.</summary>
[Flags]
internal enum TokenMarks : uint
{
    None = 0,
    FirstUpper = 1,
    AllUpper = 2,
    HasDigit = 4,
    AllDigits = 8,

    /// <summary>Digits or signs stand where letters belong: R00s, B@kker.</summary>
    Leet = 16,

    /// <summary>Follows a smaller letter without a gap: Bakker in RoosBakker.</summary>
    Camel = 32,

    SentenceStart = 64,

    /// <summary>In a line whose capitals say nothing.</summary>
    Headline = 128,

    InPhrase = 256,
    InTitleQuotes = 512,
    Enumerated = 1024,

    /// <summary>Part of a match that explains it.</summary>
    Taken = 2048,

    /// <summary>Part of a class code or class name.</summary>
    Class = 4096,

    /// <summary>The possessive 's stood behind it.</summary>
    Possessive = 8192,

    /// <summary>Letters stood apart and were put together: R o o s.</summary>
    Spaced = 16384,

    /// <summary>A hashtag's word.</summary>
    Hashtag = 32768,

    /// <summary>Part of the name of an organisation, street or office.</summary>
    InInstitution = 65536,

    /// <summary>A first name that somebody else's surname follows.</summary>
    OtherSurname = 131072,

    /// <summary>Part of the name of somebody of public life; in a phrase as well.</summary>
    PublicPerson = 262144,
}
