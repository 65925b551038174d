namespace Moderation.Protocol.Reading;

/// <summary>A word that stands in one of the lexicon's offensive lists, perhaps written in disguise.</summary>
/// <param name="Where">In the folded text.</param>
/// <param name="Word">As the lexicon knows it.</param>
/// <param name="Sections">One bit a <see cref="LexiconSection"/>.</param>
/// <param name="Disguised">Spelled with digits, signs, spaces or drawn-out letters.</param>
internal sealed record LoadedWord(Span Where, string Word, int Sections, bool Disguised)
{
    public bool Is(LexiconSection section) => (Sections & Lexicon.Bit(section)) != 0;
}
