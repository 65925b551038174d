namespace Moderation.Protocol.Names;

/// <summary>A word or number with its place in the original text.</summary>
internal struct Token
{
    /// <summary>UTF-16 offsets in the original.</summary>
    public int Start, End;

    /// <summary>The folded letters in the text's key buffer.</summary>
    public int KeyStart, KeyLength;

    /// <summary>Word number in the roll; −1 when neither the roll nor the lists know it.</summary>
    public int Word;

    /// <summary>Word number without a possessive s; −1 when there is none.</summary>
    public int Stem;

    public WordKinds Kinds;
    public TokenMarks Marks;
    public Gap Before;
    public Zone Zone;

    /// <summary>No list says what the word is; it may be part of a phrase.</summary>
    public readonly bool IsUnlisted => Word < 0 || (Kinds & ~WordKinds.PhraseStart) == 0;

    public readonly bool Is(WordKinds kinds) => (Kinds & kinds) != 0;

    public readonly bool Has(TokenMarks marks) => (Marks & marks) != 0;
}
