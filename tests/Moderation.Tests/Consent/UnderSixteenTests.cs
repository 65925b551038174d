using Moderation.Consent;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

public sealed class UnderSixteenTests
{
    private const string Now = "2026-03-10T11:00";

    [Fact]
    public void Without_a_record_the_answer_is_no() => IsNo(ConsentReason.NoConsent, Decide(Pupil(), Now));

    [Fact]
    public void One_parent_with_authority_is_enough() => IsYes(Decide(Pupil(), Now, Yes(Mother, "2025-09-01")));

    [Fact]
    public void The_other_parents_no_wins_whoever_came_first()
    {
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), No(Father, "2025-08-01")));
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), No(Father, "2025-10-01")));
    }

    [Fact]
    public void A_withdrawal_by_either_parent_stands_until_that_parent_says_yes()
    {
        var withdrawn = new[] { Yes(Mother, "2025-09-01"), Withdraws(Father, "2025-10-01") };
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), Now, withdrawn));
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), Now, [.. withdrawn, Yes(Mother, "2025-11-01")]));
        IsYes(Decide(Pupil(), Now, [.. withdrawn, Yes(Father, "2025-11-01")]));
    }

    [Fact]
    public void The_pupils_own_no_counts_and_the_pupils_own_yes_does_not()
    {
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), OwnNo("2025-08-01")));
        IsNo(ConsentReason.TooYoungToDecide, Decide(Pupil(), Now, OwnYes("2025-09-01")));
        IsYes(Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), OwnNo("2025-08-01"), OwnYes("2025-09-02")));
    }

    [Theory]
    [InlineData(Authority.No)]
    [InlineData(Authority.Unknown)]
    public void A_yes_needs_authority(Authority authority) =>
        IsNo(ConsentReason.NoAuthority, Decide(Pupil(), Now, ConsentPolicy.School, [new(Child, Mother, authority)], Yes(Mother, "2025-09-01")));

    [Fact]
    public void A_parent_the_school_knows_nothing_about_can_say_no_but_not_yes()
    {
        IsNo(ConsentReason.NoAuthority, Decide(Pupil(), Now, ConsentPolicy.School, [], Yes(Mother, "2025-09-01")));
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, ConsentPolicy.School, [new(Child, Mother, Authority.Yes)], Yes(Mother, "2025-09-01"), No(Father, "2025-09-01")));
    }

    [Fact]
    public void A_no_of_a_parent_without_authority_waits_for_a_person()
    {
        IReadOnlyList<Guardianship> known = [new(Child, Mother, Authority.Yes), new(Child, Father, Authority.No)];
        IsDoubtful(ConsentReason.ObjectionWithoutAuthority, Decide(Pupil(), Now, ConsentPolicy.School, known, Yes(Mother, "2025-09-01"), No(Father, "2025-10-01")));
        IsNo(ConsentReason.NoConsent, Decide(Pupil(), Now, ConsentPolicy.School, known, No(Father, "2025-10-01")));
    }

    [Fact]
    public void Authority_must_hold_when_given_and_when_published()
    {
        IReadOnlyList<Guardianship> ended = [new(Child, Mother, Authority.Yes, Until: new DateOnly(2025, 12, 31))];
        IReadOnlyList<Guardianship> later = [new(Child, Mother, Authority.Yes, From: new DateOnly(2025, 12, 1))];
        IsYes(Decide(Pupil(), "2025-12-31T23:59", ConsentPolicy.School, ended, Yes(Mother, "2025-09-01")));
        IsNo(ConsentReason.NoAuthority, Decide(Pupil(), "2026-01-01T00:00", ConsentPolicy.School, ended, Yes(Mother, "2025-09-01")));
        IsNo(ConsentReason.NoAuthority, Decide(Pupil(), Now, ConsentPolicy.School, later, Yes(Mother, "2025-09-01")));
    }

    [Fact]
    public void A_no_given_with_authority_still_counts_when_authority_has_ended()
    {
        IReadOnlyList<Guardianship> known = [new(Child, Mother, Authority.Yes), new(Child, Father, Authority.Yes, Until: new DateOnly(2025, 12, 31))];
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, ConsentPolicy.School, known, Yes(Mother, "2025-09-01"), No(Father, "2025-10-01")));
    }

    [Fact]
    public void Of_contradictory_rows_about_authority_the_least_counts() =>
        Assert.Equal(Authority.No, Guardianship.On(new DateOnly(2026, 1, 1), [new(Child, Mother, Authority.Yes), new(Child, Mother, Authority.No)], Child, Mother));

    [Fact]
    public void A_missing_birth_date_is_a_no_for_a_pupil()
    {
        IsNo(ConsentReason.BirthDateMissing, Decide(Pupil(born: null), Now, Yes(Mother, "2025-09-01")));
        IsNo(ConsentReason.BirthDateMissing, Decide(Pupil(born: null), Now, OwnYes("2025-09-01")));
    }

    [Fact]
    public void A_protected_person_gets_the_answer_of_somebody_without_a_record()
    {
        var shielded = Decide(Pupil(shielded: true), Now, Yes(Mother, "2025-09-01"), OwnYes("2025-09-01"));
        Assert.Equal(Decide(Pupil(), Now), shielded);
        Assert.Equal(ConsentDecision.No, shielded);
    }

    [Theory]
    [InlineData("jaarboek", MediaKind.Photo)]
    [InlineData("sociale_media", MediaKind.Photo)]
    [InlineData("website", MediaKind.Film)]
    [InlineData("website", MediaKind.Name)]
    public void A_yes_is_for_its_own_purpose_and_kind_only(string purpose, MediaKind kind) =>
        IsNo(ConsentReason.NoConsent, ConsentRules.Decide(Pupil(), [Yes(Mother, "2025-09-01")], BothParents, purpose, kind, At(Now), ConsentPolicy.School));

    [Fact]
    public void A_purpose_the_school_does_not_ask_for_is_a_no() =>
        IsNo(ConsentReason.UnknownPurpose, ConsentRules.Decide(Pupil(), [Yes(Mother, "2025-09-01") with { Purposes = ["tiktok"] }], BothParents, "tiktok", MediaKind.Photo, At(Now), ConsentPolicy.School));

    [Fact]
    public void Answers_about_somebody_else_do_not_count() =>
        IsNo(ConsentReason.NoConsent, Decide(Pupil(), Now, Yes(Mother, "2025-09-01") with { Person = PersonId.Parse("p-2") }));

    [Theory]
    [InlineData(null, "")]
    [InlineData(EvidenceSource.Oral, "F-1")]
    [InlineData(EvidenceSource.Form, " ")]
    public void A_yes_that_cannot_be_shown_is_no_yes_and_lifts_no_no(EvidenceSource? source, string reference)
    {
        var yes = Yes(Mother, "2025-11-01") with { Evidence = source is { } s ? new(s, reference) : null };
        IsNo(ConsentReason.NoEvidence, Decide(Pupil(), Now, yes));
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, No(Mother, "2025-09-01"), yes));
    }

    [Fact]
    public void A_yes_to_an_earlier_text_no_longer_counts()
    {
        IsNo(ConsentReason.TextChanged, Decide(Pupil(), Now, Yes(Mother, "2025-09-01") with { TextVersion = "2019-1" }));
        IsNo(ConsentReason.TextChanged, Decide(Pupil(), Now, Yes(Mother, "2025-09-01") with { TextVersion = null }));
        var both = ConsentPolicy.School with { Purposes = [.. Purpose.School.Select(p => p with { TextVersions = ["2026-1", "2025-1"] })] };
        IsYes(Decide(Pupil(), Now, both, BothParents, Yes(Mother, "2025-09-01")));
    }

    [Fact]
    public void An_old_no_counts_whatever_the_text_or_evidence_or_date() =>
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"),
            No(Father, "2019-09-01") with { TextVersion = null, Evidence = null, ValidUntil = new DateOnly(2020, 1, 1) }));

    [Theory]
    [InlineData("2026-03-09T23:59", ConsentReason.NotYetValid)]
    [InlineData("2026-03-10T00:00", null)]
    [InlineData("2026-03-20T23:59", null)]
    [InlineData("2026-03-21T00:00", ConsentReason.Expired)]
    public void A_yes_counts_on_its_days_only(string at, ConsentReason? refused)
    {
        var decision = Decide(Pupil(), at, Yes(Mother, "2025-09-01") with { ValidFrom = new DateOnly(2026, 3, 10), ValidUntil = new DateOnly(2026, 3, 20) });
        Assert.Equal(refused, (decision as ConsentDecision.Refused)?.Reason);
    }

    [Fact]
    public void A_yes_given_in_the_future_does_not_count_before_that_day()
    {
        IsNo(ConsentReason.NotYetValid, Decide(Pupil(), Now, Yes(Mother, "2026-03-11T09:00")));
        IsYes(Decide(Pupil(), "2026-03-11T09:00", Yes(Mother, "2026-03-11T09:00")));
    }

    [Fact]
    public void A_no_announced_for_later_counts_at_once() =>
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"),
            Withdraws(Mother, "2026-08-01") with { RecordedAt = At("2026-03-01"), ValidFrom = new DateOnly(2026, 8, 1) }));

    [Theory]
    [InlineData("2025-07-31T23:59", "2025-07-31T23:59", true)]
    [InlineData("2025-07-31T23:59", "2025-08-01T00:00", false)]
    [InlineData("2025-08-01T00:00", "2026-07-31T23:59", true)]
    [InlineData("2025-08-01T00:00", "2026-08-01T00:00", false)]
    public void With_yearly_consent_a_yes_ends_on_31_July(string given, string at, bool valid)
    {
        var policy = ConsentPolicy.School with { Validity = ConsentValidity.SchoolYear };
        Assert.Equal(valid, Decide(Pupil(), at, policy, BothParents, Yes(Mother, given)) is ConsentDecision.Granted);
        IsYes(Decide(Pupil(), at, Yes(Mother, given)));
    }

    [Fact]
    public void With_yearly_consent_a_yes_for_next_year_counts_for_next_year()
    {
        var policy = ConsentPolicy.School with { Validity = ConsentValidity.SchoolYear };
        var yes = Yes(Mother, "2025-06-20") with { ValidFrom = new DateOnly(2025, 8, 1) };
        IsYes(Decide(Pupil(), "2026-07-31T12:00", policy, BothParents, yes));
        IsNo(ConsentReason.NotYetValid, Decide(Pupil(), "2025-07-31T12:00", policy, BothParents, yes));
    }

    [Fact]
    public void The_last_yes_of_a_giver_replaces_the_one_before() =>
        IsNo(ConsentReason.Expired, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), Yes(Mother, "2025-10-01") with { ValidUntil = new DateOnly(2025, 12, 31) }));

    [Fact]
    public void A_yes_that_vanished_from_an_import_is_neither_yes_nor_no()
    {
        var ended = Says(Mother, ConsentValue.EndedByImport, "2025-10-01");
        IsNo(ConsentReason.EndedByImport, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), ended));
        IsYes(Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), ended, Yes(Father, "2025-09-01")));
        IsYes(Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), ended, Yes(Mother, "2025-11-01")));
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, No(Mother, "2025-09-01"), ended));
    }

    [Fact]
    public void On_the_day_of_a_withdrawal_the_hours_decide_when_they_are_known()
    {
        IsYes(Decide(Pupil(), "2026-03-10T09:59", Yes(Mother, "2025-09-01"), Withdraws(Mother, "2026-03-10T10:00")));
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), "2026-03-10T10:00", Yes(Mother, "2025-09-01"), Withdraws(Mother, "2026-03-10T10:00")));
        IsYes(Decide(Pupil(), Now, Withdraws(Mother, "2026-03-10T10:00"), Yes(Mother, "2026-03-10T10:30")));
    }

    [Fact]
    public void When_only_the_day_of_a_withdrawal_is_known_it_covers_the_whole_day()
    {
        var withdrawal = Withdraws(Mother, "2026-03-10") with { WholeDay = true };
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), "2026-03-10T00:00", Yes(Mother, "2025-09-01"), withdrawal));
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), "2026-03-10T23:59", withdrawal, Yes(Mother, "2026-03-10T20:00")));
        IsNo(ConsentReason.Withdrawn, Decide(Pupil(), "2026-03-11T12:00", withdrawal, Yes(Mother, "2026-03-10") with { WholeDay = true }));
        IsYes(Decide(Pupil(), "2026-03-11T12:00", withdrawal, Yes(Mother, "2026-03-11") with { WholeDay = true }));
    }

    [Fact]
    public void Yes_and_no_at_the_same_moment_is_no() =>
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01T12:00"), No(Mother, "2025-09-01T12:00")));

    [Fact]
    public void An_answer_whose_giver_and_capacity_do_not_fit_is_no_yes_but_is_a_no()
    {
        IsNo(ConsentReason.NoAuthority, Decide(Pupil(), Now, Says(Mother, ConsentValue.Granted, "2025-09-01", ConsentCapacity.Self)));
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), Says(Father, ConsentValue.Refused, "2025-09-01", ConsentCapacity.Staff)));
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), Says(Father, (ConsentValue)99, "2025-09-01")));
    }
}
