namespace Moderation.Safety;

/// <summary>One word, or one phrase or punctuation mark, of a text that is being screened.</summary>
internal struct Word
{
    /// <summary>UTF-16 span in the original text.</summary>
    public int Start;
    public int End;

    /// <summary>Id of the spelling in the lexicon; negative when unknown.</summary>
    public int Id;

    public ClassSet Classes;

    /// <summary>Stands between quotation marks.</summary>
    public bool Quoted;

    /// <summary>Only one letter or digit: perhaps a word spelt with spaces.</summary>
    public bool Single;

    /// <summary>Glued to the word before it with a hyphen, dot or underscore.</summary>
    public bool Glued;

    public readonly bool Is(ClassSet classes) => (Classes & classes).Any;
}
