using Moderation.Consent;
using Moderation.Drafts;

namespace Moderation.Tests.Consent;

/// <summary>Short ways to say who answered what, and to ask the decision.</summary>
internal static class Answers
{
    public static readonly PersonId Child = PersonId.Parse("p-1");
    public static readonly PersonId Mother = PersonId.Parse("o-1");
    public static readonly PersonId Father = PersonId.Parse("o-2");

    public static readonly IReadOnlyList<Guardianship> BothParents =
        [new(Child, Mother, Authority.Yes), new(Child, Father, Authority.Yes)];

    /// <summary>Wall time at school.</summary>
    public static DateTimeOffset At(string wall)
    {
        Assert.True(PlannedTime.TryFromWall(DateTime.Parse(wall, null), out var planned));
        return planned!.Utc; // not null: just asserted
    }

    public static Person Pupil(string? born = "2012-05-10", bool shielded = false) => new()
    {
        Id = Child, Kind = PersonKind.Pupil, CallName = "Kim", Surname = "Voorbeeld",
        BornOn = born is null ? null : DateOnly.Parse(born, null), Protected = shielded,
    };

    public static ConsentRecord Says(PersonId giver, ConsentValue value, string at, ConsentCapacity capacity = ConsentCapacity.Parent) => new()
    {
        Person = Child, Purposes = ["website"], Kinds = [MediaKind.Photo], Value = value, GivenBy = giver, Capacity = capacity,
        GivenAt = At(at), TextVersion = "2025-1", Evidence = new(EvidenceSource.Form, "F-1"), RecordedBy = "tests", RecordedAt = At(at),
    };

    public static ConsentRecord Yes(PersonId giver, string at) => Says(giver, ConsentValue.Granted, at);

    public static ConsentRecord No(PersonId giver, string at) => Says(giver, ConsentValue.Refused, at);

    public static ConsentRecord Withdraws(PersonId giver, string at) => Says(giver, ConsentValue.Withdrawn, at);

    public static ConsentRecord OwnYes(string at) => Says(Child, ConsentValue.Granted, at, ConsentCapacity.Self);

    public static ConsentRecord OwnNo(string at) => Says(Child, ConsentValue.Refused, at, ConsentCapacity.Self);

    public static ConsentDecision Decide(Person person, string at, ConsentPolicy policy, IReadOnlyList<Guardianship> guardianships, params ConsentRecord[] records) =>
        ConsentRules.Decide(person, records, guardianships, "website", MediaKind.Photo, At(at), policy);

    public static ConsentDecision Decide(Person person, string at, params ConsentRecord[] records) =>
        Decide(person, at, ConsentPolicy.School, BothParents, records);

    public static void IsYes(ConsentDecision decision) => Assert.IsType<ConsentDecision.Granted>(decision);

    public static void IsNo(ConsentReason reason, ConsentDecision decision) => Assert.Equal(new ConsentDecision.Refused(reason), decision);

    public static void IsDoubtful(ConsentReason reason, ConsentDecision decision) => Assert.Equal(new ConsentDecision.Doubtful(reason), decision);
}
