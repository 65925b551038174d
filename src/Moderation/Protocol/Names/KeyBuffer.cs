namespace Moderation.Protocol.Names;

/// <summary>Growing buffer of folded letters, in which "ij" is written "y": Thijs, Thĳs and Thys have one key.</summary>
internal sealed class KeyBuffer(int capacity)
{
    private char[] letters = new char[Math.Max(16, capacity)];

    public int Length { get; private set; }

    /// <summary>Appends within the token that began at <paramref name="tokenStart"/>.</summary>
    public void Append(ReadOnlySpan<char> folded, int tokenStart = 0)
    {
        foreach (var c in folded)
            AppendLetter(c, tokenStart);
    }

    public void AppendLetter(char c, int tokenStart)
    {
        if (c == 'j' && Length > tokenStart && letters[Length - 1] == 'i')
        {
            letters[Length - 1] = 'y';
            return;
        }
        if (Length == letters.Length)
            Array.Resize(ref letters, letters.Length * 2);
        letters[Length++] = c;
    }

    public ReadOnlySpan<char> Letters(int start) => letters.AsSpan(start, Length - start);

    public ReadOnlySpan<char> Letters(int start, int length) => letters.AsSpan(start, length);
}
