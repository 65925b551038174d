namespace Moderation.Protocol.Names;

/// <summary>Evidence at one place in one text, for everybody it may mean.</summary>
/// <param name="People">Indexes in the roll; empty for somebody the school does not know.</param>
/// <param name="Score">Before what the rest of the draft adds.</param>
/// <param name="CallWord">Word number when nothing but the call name is said; else −1.</param>
/// <param name="ClassCounted">The class is already part of the score.</param>
internal readonly record struct Hit(
    int Start, int End, ReadOnlyMemory<int> People, int Score, string Evidence, int CallWord = -1, bool ClassCounted = false)
{
    public bool IsUnknown => People.Length == 0;

    public bool Overlaps(in Hit other) => Start < other.End && other.Start < End;
}
