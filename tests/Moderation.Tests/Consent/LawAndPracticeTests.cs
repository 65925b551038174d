using Moderation.Consent;
using Moderation.Publishing;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

/// <summary>The examples of <c>domain.md</c> §2 that the decision function answers, by their number: one that is kept back and one that goes through.</summary>
public sealed class LawAndPracticeTests
{
    private const string Now = "2026-03-02";

    [Fact]
    public void A01_purposes_are_all_about_publishing_and_a_picture_for_the_administration_is_none_of_them()
    {
        Assert.DoesNotContain(Purpose.School, p => p.Code is "pasfoto" or "las" or "identificatie");
        IsNo(ConsentReason.UnknownPurpose, ConsentRules.Decide(Pupil(), [Yes(Mother, "2025-09-01") with { Purposes = ["pasfoto"] }], BothParents, "pasfoto", MediaKind.Photo, At(Now), ConsentPolicy.School));
    }

    [Fact]
    public void A02_silence_is_no() => IsNo(ConsentReason.NoConsent, Decide(Pupil(), Now));

    [Fact]
    public void A03_at_fourteen_a_parent_says_yes_and_the_pupil_does_not()
    {
        var fourteen = Pupil("2012-01-01");
        IsNo(ConsentReason.TooYoungToDecide, Decide(fourteen, Now, OwnYes("2025-09-01")));
        IsYes(Decide(fourteen, Now, Yes(Mother, "2025-09-01")));
    }

    [Fact]
    public void A04_sixteen_yesterday_with_only_the_parents_yes_waits_for_the_pupils_own()
    {
        var sixteen = Pupil("2010-03-01");
        IsNo(ConsentReason.TurnedSixteen, Decide(sixteen, Now, Yes(Mother, "2016-09-01")));
        IsYes(Decide(sixteen, Now, Yes(Mother, "2016-09-01"), OwnYes("2026-03-01")));
        var inform = new ConsentPolicy { Sixteen = SixteenPolicy.Inform };
        IsNo(ConsentReason.NotInformed, Decide(sixteen, Now, inform, BothParents, Yes(Mother, "2016-09-01")));
        IsYes(Decide(sixteen, Now, inform, BothParents, Yes(Mother, "2016-09-01"), OwnYes("2026-03-01") with { Value = ConsentValue.Informed }));
    }

    [Fact]
    public void A05_yes_to_the_website_is_no_to_Instagram()
    {
        var register = new ConsentRegister([Pupil()], [Yes(Mother, "2025-09-01")], BothParents, ConsentPolicy.School);
        IsNo(ConsentReason.NoConsent, register.Decide(Child, ChannelRegister.School.Find("instagram")!, MediaKind.Photo, At(Now))); // the school has Instagram
        IsYes(register.Decide(Child, ChannelRegister.School.Find("website")!, MediaKind.Photo, At(Now))); // and a website
    }

    [Theory]
    [InlineData("2026-03-02T09:59", true)]
    [InlineData("2026-03-02T10:00", false)]
    [InlineData("2026-03-02T11:00", false)]
    public void A06_withdrawn_at_ten_what_goes_out_at_eleven_is_a_no(string at, bool yes) =>
        Assert.Equal(yes, Decide(Pupil(), at, Yes(Mother, "2025-09-01"), Withdraws(Mother, "2026-03-02T10:00")) is ConsentDecision.Granted);

    [Fact]
    public void A07_a_yes_without_a_source_is_no_yes()
    {
        IsNo(ConsentReason.NoEvidence, Decide(Pupil(), Now, Yes(Mother, "2025-09-01") with { Evidence = null }));
        IsYes(Decide(Pupil(), Now, Yes(Mother, "2025-09-01") with { Evidence = new(EvidenceSource.Import, "0123#344") }));
    }

    [Fact]
    public void A08_the_other_parents_no_wins_and_silence_of_the_other_parent_is_none()
    {
        IsNo(ConsentReason.Refused, Decide(Pupil(), Now, Yes(Mother, "2025-09-01"), No(Father, "2025-08-01")));
        IsYes(Decide(Pupil(), Now, Yes(Mother, "2025-09-01")));
    }

    [Fact]
    public void A09_last_years_yes_ends_only_where_the_school_asks_every_year()
    {
        var yearly = new ConsentPolicy { Validity = ConsentValidity.SchoolYear };
        IsNo(ConsentReason.Expired, Decide(Pupil(), Now, yearly, BothParents, Yes(Mother, "2025-07-31")));
        IsYes(Decide(Pupil(), Now, yearly, BothParents, Yes(Mother, "2025-08-01")));
        IsYes(Decide(Pupil(), Now, Yes(Mother, "2024-03-01")));
    }

    [Fact]
    public void A10_staff_are_asked_too()
    {
        var teacher = Pupil(null) with { Kind = PersonKind.Staff };
        IsNo(ConsentReason.NoConsent, Decide(teacher, Now));
        IsYes(Decide(teacher, Now, OwnYes("2025-09-01") with { Capacity = ConsentCapacity.Staff }));
    }

    [Fact]
    public void A12_a_protected_pupil_is_a_no_that_looks_like_any_other() =>
        Assert.Equal(Decide(Pupil(), Now), Decide(Pupil(shielded: true), Now, Yes(Mother, "2025-09-01")));

    [Fact]
    public void A15_a_name_is_asked_apart()
    {
        ConsentDecision Name(params MediaKind[] kinds) => ConsentRules.Decide(Pupil(), [Yes(Mother, "2025-09-01") with { Kinds = kinds }], BothParents, "website", MediaKind.Name, At(Now), ConsentPolicy.School);
        IsNo(ConsentReason.NoConsent, Name(MediaKind.Photo));
        IsYes(Name(MediaKind.Photo, MediaKind.Name));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A18_a_newsletter_with_a_public_archive_needs_the_website_too(bool archive, bool yes)
    {
        var newsletter = ChannelRegister.School.Find("nieuwsbrief")! with { ArchivePublic = archive }; // the school has a newsletter
        var register = new ConsentRegister([Pupil()], [Yes(Mother, "2025-09-01") with { Purposes = ["nieuwsbrief"] }], BothParents, ConsentPolicy.School);
        Assert.Equal(yes, register.Decide(Child, newsletter, MediaKind.Photo, At(Now)) is ConsentDecision.Granted);
    }

    [Fact]
    public void A19_the_press_is_a_purpose_of_its_own()
    {
        ConsentDecision Press(string purpose) => ConsentRules.Decide(Pupil(), [Yes(Mother, "2025-09-01") with { Purposes = [purpose] }], BothParents, "pers", MediaKind.Photo, At(Now), ConsentPolicy.School);
        IsNo(ConsentReason.NoConsent, Press("sociale_media"));
        IsYes(Press("pers"));
    }

    [Theory]
    [InlineData("2012-02-29", "2028-02-28T23:59", true)] // a leap year: the birthday is that very day
    [InlineData("2012-02-29", "2028-02-29T00:00", false)]
    [InlineData("2010-03-28", "2026-03-27T23:59", true)] // the night before summer time begins on the 29th
    [InlineData("2010-03-29", "2026-03-29T00:00", false)] // the day that has 23 hours
    [InlineData("2010-10-25", "2026-10-25T00:00", false)] // the day that has 25 hours
    [InlineData("2010-10-25", "2026-10-24T23:59", true)]
    public void A_parents_yes_ends_at_midnight_in_Zwolle_on_every_sort_of_day(string born, string at, bool yes) =>
        Assert.Equal(yes, Decide(Pupil(born), at, Yes(Mother, "2025-09-01")) is ConsentDecision.Granted);
}
