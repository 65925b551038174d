using Moderation.Consent;

namespace Moderation.Protocol.Names;

/// <summary>One surname part that a text may end a name on, with the tussenvoegsel that belongs before it.</summary>
/// <param name="Word">Word number of the part.</param>
/// <param name="Infix">Tussenvoegsel run together: <c>vander</c>, <c>vant</c>; empty when there is none.</param>
/// <param name="InfixInitials">Its initials: <c>vd</c>.</param>
/// <param name="Whole">The surname is complete with this part.</param>
internal readonly record struct SurnamePart(int Word, string Infix, string InfixInitials, bool Whole);

/// <summary>Somebody on the roll as the matcher sees them.</summary>
internal sealed class RollPerson(Person person, SurnamePart[] parts, string initials, string[] classes)
{
    public PersonId Id { get; } = person.Id;

    public PersonKind Kind { get; } = person.Kind;

    public SurnamePart[] Parts { get; } = parts;

    /// <summary>Folded initials of the given names, as far as they are known.</summary>
    public string Initials { get; } = initials;

    /// <summary>Class codes in one spelling (<see cref="ClassCode.Normalize"/>).</summary>
    public string[] Classes { get; } = classes;

    public bool IsPupilOrStaff => Kind is PersonKind.Pupil or PersonKind.Staff;

    public bool HasPart(int word)
    {
        foreach (var part in Parts)
        {
            if (part.Word == word)
                return true;
        }
        return false;
    }
}
