namespace Moderation.Protocol.Reading;

/// <summary>How a text points at one person, weakest first.</summary>
internal enum MentionKind
{
    /// <summary>A function that few hold: "onze conciërge", "de rector".</summary>
    Function,

    /// <summary>Somebody with a class, or a relative: "een leerling uit 3B", "de moeder van".</summary>
    Described,

    /// <summary>A first name that the school may or may not know.</summary>
    FirstName,

    /// <summary>A title with a name: "mevrouw De Boer".</summary>
    Titled,

    /// <summary>A match of the name matcher.</summary>
    Matched,
}

/// <summary>Somebody a sentence singles out.</summary>
/// <param name="Where">In the folded text.</param>
/// <param name="Score">The name matcher's score; 60 for what was found here.</param>
/// <param name="Person">Whom, when the name matcher has a candidate.</param>
internal sealed record Mention(Span Where, MentionKind Kind, int Score, Consent.Person? Person)
{
    public bool Strong => Score >= 80 && Person is not null;

    public bool IsPupil => Person?.Kind == Consent.PersonKind.Pupil;

    public bool IsStaff => Person?.Kind == Consent.PersonKind.Staff || Person is null && Kind is MentionKind.Function or MentionKind.Titled;

    /// <summary>By name, not only by what somebody does.</summary>
    public bool Named => Kind is MentionKind.FirstName or MentionKind.Titled or MentionKind.Matched;
}
