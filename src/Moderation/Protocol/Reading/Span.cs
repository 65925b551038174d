namespace Moderation.Protocol.Reading;

/// <summary>From <paramref name="Start"/> up to, not including, <paramref name="End"/>, in UTF-16 code units.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Holds(int position) => Start <= position && position < End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;
}
