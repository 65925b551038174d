namespace Moderation.Protocol.Reading;

/// <summary>Word lists that the rules look words up in.</summary>
internal enum LexiconSection
{
    /// <summary>Swearing and cursing (R48).</summary>
    Swear,

    /// <summary>Slurs against a group (R20).</summary>
    Slur,

    /// <summary>Explicit sexual words (R20, R35).</summary>
    Sexual,

    /// <summary>Nouns that insult whoever they are said of (R35, R49).</summary>
    Insult,

    /// <summary>Words that look like the above and are not.</summary>
    Harmless,

    FirstName,

    /// <summary>First names that are ordinary words as well.</summary>
    FirstNameAlsoWord,

    /// <summary>Capitalised words that are no person: languages, places, brands, feasts.</summary>
    NotAName,

    /// <summary>Historical, fictional and public persons.</summary>
    PublicFigure,
}
