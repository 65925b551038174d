using Moderation.Consent;

namespace Moderation.Tests.Infrastructure;

/// <summary>A handful of made-up people for tests of the pipeline.</summary>
internal static class TestSchool
{
    public static readonly User Author = new("m.visser", "Marieke Visser", new HashSet<Role> { Role.Submitter });
    public static readonly User AuthorAndApprover = new("w.deboer", "Wouter de Boer", new HashSet<Role> { Role.Submitter, Role.Approver });
    public static readonly User Approver = new("s.bissessar", "Sunita Bissessar", new HashSet<Role> { Role.Approver });
    public static readonly User Management = new("j.vandenberg", "Jeroen van den Berg", new HashSet<Role> { Role.Approver, Role.Management });
    public static readonly User Administrator = new("r.schouten", "Ruben Schouten", new HashSet<Role> { Role.Administrator });

    public static readonly User Officer = new("l.barends", "Lidia Barends", new HashSet<Role> { Role.PrivacyOfficer });

    public static readonly PersonId Bas = PersonId.Parse("p-1");
    public static readonly PersonId Roos = PersonId.Parse("p-2");

    /// <summary>Bas (17) agreed to everything himself; Roos (14) has no record at all.</summary>
    public static ConsentRegister Register(DateTimeOffset now, params ConsentRecord[] more)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Person[] people =
        [
            new() { Id = Bas, Kind = PersonKind.Pupil, CallName = "Bas", Infix = "de", Surname = "Groot", Classes = ["5H2"], BornOn = today.AddYears(-17).AddDays(-60) },
            new() { Id = Roos, Kind = PersonKind.Pupil, CallName = "Roos", Surname = "Bakker", Classes = ["3B"], BornOn = today.AddYears(-14).AddDays(-60) },
        ];
        return new ConsentRegister(people, [Answer(Bas, ConsentValue.Granted, now.AddDays(-100)), .. more], [], ConsentPolicy.School);
    }

    public static ConsentRecord Answer(PersonId person, ConsentValue value, DateTimeOffset at) => new()
    {
        Person = person,
        Purposes = ["website", "sociale_media", "nieuwsbrief"],
        Kinds = [MediaKind.Photo, MediaKind.Film, MediaKind.Sound, MediaKind.Name, MediaKind.Quote, MediaKind.Work],
        Value = value,
        GivenBy = person,
        Capacity = ConsentCapacity.Self,
        GivenAt = at,
        TextVersion = ConsentPolicy.School.Find("website")!.TextVersions[^1], // the school has a website
        Evidence = new ConsentEvidence(EvidenceSource.Form, "F-1"),
        RecordedBy = "test",
        RecordedAt = at,
    };
}
