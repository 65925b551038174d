namespace Moderation.Protocol.Reading;

/// <summary>Makes findings: a rule's fixed words, pointed at the evidence.</summary>
internal static class Found
{
    /// <param name="where">Evidence in the folded text; turned into positions in the original.</param>
    public static Finding At(Passage passage, Span where, Notice notice, FindingAction? action = null, string? evidence = null, string? person = null)
    {
        var original = passage.Text.ToOriginal(where);
        return notice.Finding(passage.Field, action) with { Start = original.Start, End = original.End, Evidence = evidence, Person = person };
    }

    public static Finding At(Passage passage, System.Text.RegularExpressions.Capture match, Notice notice, FindingAction? action = null, string? evidence = null, string? person = null) =>
        At(passage, new Span(match.Index, match.Index + match.Length), notice, action, evidence, person);

    /// <summary>About a field as a whole.</summary>
    public static Finding About(string field, Notice notice, FindingAction? action = null, string? evidence = null) =>
        notice.Finding(field, action) with { Evidence = evidence };
}
