namespace Moderation.Protocol.Names;

/// <summary>What stands between a token and the one before it.</summary>
[Flags]
internal enum Gap : ushort
{
    None = 0,
    Space = 1,
    Newline = 2,
    Hyphen = 4,
    Dot = 8,
    Comma = 16,
    Apostrophe = 32,
    Open = 64,
    Close = 128,
    Colon = 256,
    Slash = 512,
    Mark = 1024,

    /// <summary>Underscore, asterisk and other signs that decorate a word.</summary>
    Decoration = 2048,

    /// <summary>! ? … ; and a full stop followed by space: what may end a sentence.</summary>
    Stop = 4096,

    /// <summary>Opening or closing double quote.</summary>
    Quote = 8192,

    /// <summary>&amp;, +, | and bullets: joins or starts the items of a list.</summary>
    List = 16384,

    /// <summary>Another piece of text: nothing reads across.</summary>
    Break = 32768,

    /// <summary>A name does not go on across these.</summary>
    Hard = Comma | Open | Close | Colon | Mark | Stop | Quote | List | Break,
}
