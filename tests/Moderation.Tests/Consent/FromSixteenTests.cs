using Moderation.Consent;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

public sealed class FromSixteenTests
{
    private static readonly ConsentPolicy Informing = ConsentPolicy.School with { Sixteen = SixteenPolicy.Inform };
    private static readonly Person Sixteen = Pupil("2010-01-15"); // sixteen on 15 January 2026

    [Theory]
    [InlineData("2026-01-14T23:59:59", true)]
    [InlineData("2026-01-15T00:00:00", false)]
    [InlineData("2026-01-15T00:00:01", false)]
    public void A_parents_yes_lasts_until_midnight_before_the_sixteenth_birthday(string at, bool valid) =>
        Assert.Equal(valid, Decide(Sixteen, at, Yes(Mother, "2025-09-01")) is ConsentDecision.Granted);

    [Fact]
    public void Midnight_is_midnight_at_school_and_not_elsewhere()
    {
        var summer = Pupil("2010-07-15");
        var record = Yes(Mother, "2025-09-01");
        var beforeMidnight = new DateTimeOffset(2026, 7, 14, 21, 59, 59, TimeSpan.Zero); // 23:59:59 in Zwolle
        var atMidnight = new DateTimeOffset(2026, 7, 14, 22, 0, 0, TimeSpan.Zero); // 00:00 in Zwolle
        IsYes(ConsentRules.Decide(summer, [record], BothParents, "website", MediaKind.Photo, beforeMidnight, ConsentPolicy.School));
        IsNo(ConsentReason.TurnedSixteen, ConsentRules.Decide(summer, [record], BothParents, "website", MediaKind.Photo, atMidnight, ConsentPolicy.School));
    }

    [Theory]
    [InlineData("2026-01-14T23:59", false)] // said at fifteen: never counts
    [InlineData("2026-01-15T00:00", true)]
    public void An_own_yes_counts_when_it_was_given_at_sixteen(string given, bool valid) =>
        Assert.Equal(valid, Decide(Sixteen, "2026-03-01", OwnYes(given)) is ConsentDecision.Granted);

    [Theory]
    [InlineData("2012-02-29", "2028-02-28", Decider.Guardians)]
    [InlineData("2012-02-29", "2028-02-29", Decider.Self)]
    [InlineData("2084-02-29", "2100-02-28", Decider.Guardians)] // 2100 has no 29 February
    [InlineData("2084-02-29", "2100-03-01", Decider.Self)]
    [InlineData("2010-12-31", "2026-12-30", Decider.Guardians)]
    [InlineData("2010-12-31", "2026-12-31", Decider.Self)]
    public void Who_decides_changes_on_the_sixteenth_birthday(string born, string day, Decider decider) =>
        Assert.Equal(decider, ConsentRules.DeciderOf(Pupil(born), DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2012-02-29", 13, "2025-03-01")]
    [InlineData("2012-02-29", 12, "2024-02-29")]
    [InlineData("2012-02-28", 13, "2025-02-28")]
    public void A_birthday_that_a_year_lacks_is_the_day_after(string born, int years, string birthday) =>
        Assert.Equal(DateOnly.Parse(birthday, null), SchoolCalendar.Birthday(DateOnly.Parse(born, null), years));

    [Fact]
    public void A_post_planned_over_the_birthday_is_judged_on_the_day_it_goes_out()
    {
        var yes = Yes(Mother, "2025-09-01");
        IsYes(Decide(Sixteen, "2026-01-14T16:00", yes));
        IsNo(ConsentReason.TurnedSixteen, Decide(Sixteen, "2026-01-16T16:00", yes));
    }

    [Fact]
    public void Earlier_answers_of_parents_and_child_do_not_bind_an_own_yes()
    {
        IsYes(Decide(Sixteen, "2026-03-01", No(Mother, "2025-09-01"), OwnYes("2026-02-01")));
        IsYes(Decide(Sixteen, "2026-03-01", OwnNo("2025-09-01"), OwnYes("2026-02-01")));
    }

    [Fact]
    public void An_own_no_wins_over_every_yes_of_a_parent()
    {
        IsNo(ConsentReason.Refused, Decide(Sixteen, "2026-03-01", Yes(Mother, "2025-09-01"), OwnNo("2026-02-01"), Yes(Mother, "2026-02-10")));
        IsNo(ConsentReason.Refused, Decide(Sixteen, "2026-03-01", Informing, BothParents, Yes(Mother, "2025-09-01"), OwnNo("2026-02-01")));
    }

    [Fact]
    public void A_parents_yes_given_after_the_birthday_is_nothing() =>
        IsNo(ConsentReason.NoConsent, Decide(Sixteen, "2026-03-01", Yes(Mother, "2026-02-01")));

    [Fact]
    public void A_parents_no_after_the_pupils_yes_waits_for_a_person_until_the_pupil_answers_again()
    {
        var records = new[] { OwnYes("2026-02-01"), No(Mother, "2026-02-10") };
        IsDoubtful(ConsentReason.ObjectionAfterSixteen, Decide(Sixteen, "2026-03-01", records));
        IsDoubtful(ConsentReason.ObjectionAfterSixteen, Decide(Sixteen, "2026-03-01", OwnYes("2026-02-01"), No(Mother, "2026-02-01")));
        IsYes(Decide(Sixteen, "2026-03-01", [.. records, OwnYes("2026-02-20")]));
        IsYes(Decide(Sixteen, "2026-03-01", [.. records, Yes(Mother, "2026-02-20")]));
    }

    [Fact]
    public void Under_informing_a_parents_yes_goes_on_once_the_pupil_was_told()
    {
        var yes = Yes(Mother, "2025-09-01");
        var told = Says(Child, ConsentValue.Informed, "2026-01-20", ConsentCapacity.Self);
        IsNo(ConsentReason.NotInformed, Decide(Sixteen, "2026-03-01", Informing, BothParents, yes));
        IsNo(ConsentReason.NotInformed, Decide(Sixteen, "2026-03-01", Informing, BothParents, yes, told with { GivenAt = At("2026-01-14") }));
        IsYes(Decide(Sixteen, "2026-03-01", Informing, BothParents, yes, told));
        IsYes(Decide(Sixteen, "2026-03-01", Informing, BothParents, yes, told with { Purposes = [], Kinds = [] }));
        IsNo(ConsentReason.TurnedSixteen, Decide(Sixteen, "2026-03-01", yes, told));
    }

    [Fact]
    public void Under_informing_the_parents_noes_go_on_too()
    {
        var told = Says(Child, ConsentValue.Informed, "2026-01-20", ConsentCapacity.Self);
        IsNo(ConsentReason.Refused, Decide(Sixteen, "2026-03-01", Informing, BothParents, Yes(Mother, "2025-09-01"), No(Father, "2025-09-01"), told));
        IsNo(ConsentReason.Refused, Decide(Sixteen, "2026-03-01", Informing, BothParents, Yes(Mother, "2025-09-01"), OwnNo("2025-09-01"), told));
        IsDoubtful(ConsentReason.ObjectionAfterSixteen, Decide(Sixteen, "2026-03-01", Informing, BothParents, Yes(Mother, "2025-09-01"), No(Father, "2026-02-01"), told));
        Assert.IsType<ConsentDecision.Refused>(Decide(Sixteen, "2026-03-01", Informing, BothParents, Yes(Mother, "2025-09-01"), Withdraws(Mother, "2026-02-01"), told));
    }

    [Fact]
    public void An_own_yes_expires_and_outdates_like_any_other()
    {
        IsNo(ConsentReason.TextChanged, Decide(Sixteen, "2026-03-01", OwnYes("2026-02-01") with { TextVersion = "2019-1" }));
        IsNo(ConsentReason.NoEvidence, Decide(Sixteen, "2026-03-01", OwnYes("2026-02-01") with { Evidence = null }));
        IsNo(ConsentReason.Expired, Decide(Sixteen, "2026-09-01", ConsentPolicy.School with { Validity = ConsentValidity.SchoolYear }, BothParents, OwnYes("2026-02-01")));
    }

    [Theory]
    [InlineData(PersonKind.Staff, ConsentCapacity.Staff, true)]
    [InlineData(PersonKind.Staff, ConsentCapacity.Self, true)]
    [InlineData(PersonKind.Guest, ConsentCapacity.Guest, true)]
    [InlineData(PersonKind.Guardian, ConsentCapacity.Self, true)]
    [InlineData(PersonKind.Guest, ConsentCapacity.Staff, false)]
    [InlineData(PersonKind.Pupil, ConsentCapacity.Staff, false)]
    [InlineData(PersonKind.Staff, ConsentCapacity.Parent, false)]
    public void Everybody_answers_for_themselves_in_their_own_capacity(PersonKind kind, ConsentCapacity capacity, bool valid)
    {
        var person = Pupil(kind == PersonKind.Pupil ? "2008-01-01" : null) with { Kind = kind };
        Assert.Equal(valid, Decide(person, "2026-03-01", Says(Child, ConsentValue.Granted, "2026-02-01", capacity)) is ConsentDecision.Granted);
    }

    [Fact]
    public void Nobody_else_says_yes_for_staff()
    {
        var staff = Pupil(null) with { Kind = PersonKind.Staff };
        IsNo(ConsentReason.NoConsent, Decide(staff, "2026-03-01", Yes(Mother, "2026-02-01")));
        IsNo(ConsentReason.NoConsent, Decide(staff, "2026-03-01", Says(Mother, ConsentValue.Granted, "2026-02-01", ConsentCapacity.Staff)));
    }

    [Fact]
    public void A_guest_under_sixteen_needs_a_parent()
    {
        var guest = Pupil("2014-01-01") with { Kind = PersonKind.Guest };
        IsNo(ConsentReason.TooYoungToDecide, Decide(guest, "2026-03-01", Says(Child, ConsentValue.Granted, "2026-02-01", ConsentCapacity.Guest)));
        IsYes(Decide(guest, "2026-03-01", Yes(Mother, "2026-02-01")));
    }
}
