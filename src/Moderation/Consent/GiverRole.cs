namespace Moderation.Consent;

/// <summary>
/// What somebody who answers for a pupil is to that pupil, when the school keeps no more of them than that. The id of such a giver is made of the pupil's id and the role,
/// the same by hand and by import.
/// </summary>
public sealed record GiverRole(string Code, Words Name, ConsentCapacity Capacity)
{
    private const int MaxId = 64;

    public static IReadOnlyList<GiverRole> All { get; } =
    [
        new("moeder", new("moeder", "mother"), ConsentCapacity.Parent),
        new("vader", new("vader", "father"), ConsentCapacity.Parent),
        new("ouder", new("ouder", "parent"), ConsentCapacity.Parent),
        new("ouder1", new("ouder 1", "parent 1"), ConsentCapacity.Parent),
        new("ouder2", new("ouder 2", "parent 2"), ConsentCapacity.Parent),
        new("verzorger", new("verzorger", "carer"), ConsentCapacity.Parent),
        new("verzorger1", new("verzorger 1", "carer 1"), ConsentCapacity.Parent),
        new("verzorger2", new("verzorger 2", "carer 2"), ConsentCapacity.Parent),
        new("voogd", new("voogd", "legal guardian"), ConsentCapacity.Guardian),
        new("voogd1", new("voogd 1", "legal guardian 1"), ConsentCapacity.Guardian),
        new("voogd2", new("voogd 2", "legal guardian 2"), ConsentCapacity.Guardian),
    ];

    public static GiverRole? Find(string? code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>The role that an id was made of.</summary>
    public static GiverRole? Of(PersonId pupil, PersonId giver) => All.FirstOrDefault(r => IdFor(pupil, r.Code) == giver);

    /// <param name="role">A role's code, or another word of letters and digits that is the same every time.</param>
    public static PersonId IdFor(PersonId pupil, string role)
    {
        var text = $"{pupil}.{role}";
        // An id that is already as long as ids may be keeps its end: that is where ids differ.
        return PersonId.Parse(text.Length <= MaxId ? text : text[^MaxId..]);
    }
}
