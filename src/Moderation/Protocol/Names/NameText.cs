namespace Moderation.Protocol.Names;

/// <summary>One field of a draft as tokens with folded keys and their places in the original.</summary>
internal sealed class NameText
{
    private Token[] tokens;

    private NameText(string field, string original)
    {
        Field = field;
        Original = original;
        Keys = new KeyBuffer(original.Length + 16);
        tokens = new Token[Math.Max(8, original.Length / 5)];
    }

    public string Field { get; }

    public string Original { get; }

    public KeyBuffer Keys { get; }

    public int Count { get; private set; }

    public List<Account> Accounts { get; } = [];

    public Span<Token> Tokens => tokens.AsSpan(0, Count);

    /// <param name="field">Field as in <see cref="Finding.Field"/>; one that ends in <c>.name</c> is a file name.</param>
    public static NameText Read(string field, string original)
    {
        var text = new NameText(field, original);
        Tokenizer.Run(text, field.EndsWith(".name", StringComparison.Ordinal));
        SpacedLetters.Join(text);
        return text;
    }

    public ReadOnlySpan<char> Key(in Token token) => Keys.Letters(token.KeyStart, token.KeyLength);

    public void Add(int start, int end, int keyStart, TokenMarks marks, Gap before, Zone zone)
    {
        // The s of "Anna's" belongs to Anna; the original keeps it outside the match.
        if (before == Gap.Apostrophe && Count > 0 && Keys.Length - keyStart == 1 && Keys.Letters(keyStart)[0] == 's')
        {
            tokens[Count - 1].Marks |= TokenMarks.Possessive;
            return;
        }
        if (Count == tokens.Length)
            Array.Resize(ref tokens, Count * 2);
        tokens[Count++] = new Token
        {
            Start = start,
            End = end,
            KeyStart = keyStart,
            KeyLength = Keys.Length - keyStart,
            Word = -1,
            Stem = -1,
            Marks = marks,
            Before = before,
            Zone = zone,
        };
    }

    /// <summary>Puts the tokens <paramref name="first"/> up to <paramref name="end"/> together into one; the caller closes the hole.</summary>
    public Token Merge(int first, int end)
    {
        var merged = tokens[first];
        merged.KeyStart = Keys.Length;
        for (var i = first; i < end; i++)
            Keys.Append(Key(tokens[i]), merged.KeyStart);
        merged.KeyLength = Keys.Length - merged.KeyStart;
        merged.End = tokens[end - 1].End;
        merged.Marks |= TokenMarks.Spaced;
        return merged;
    }

    public void Truncate(int count) => Count = count;
}
