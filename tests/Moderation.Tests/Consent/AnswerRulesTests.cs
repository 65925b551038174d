using Moderation.Consent;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

/// <summary>Writing down an answer by hand: what counts is accepted, what could never count is refused with the reason (A03, A07).</summary>
public sealed class AnswerRulesTests
{
    private static readonly DateTimeOffset Now = At("2026-03-10T14:00");

    private static readonly AnswerFields Form = new()
    {
        Giver = "new:moeder", Authority = "yes", Value = "yes", Purposes = ["website", "pers"], Kinds = ["Photo", "Name"], GivenOn = "2026-03-01",
        Source = "Form", Reference = "F-12", TextVersion = "2025-1",
    };

    private static AnswerRules.Outcome Read(AnswerFields fields, Person? person = null, params ConsentRecord[] before)
    {
        person ??= Pupil();
        return AnswerRules.Read(fields, person, new ConsentRegister([person], before, BothParents, ConsentPolicy.School), Now, "r.schouten");
    }

    [Fact]
    public void A_whole_form_becomes_an_answer_that_counts()
    {
        var (record, authority, errors) = Read(Form);
        Assert.Empty(errors);
        Assert.NotNull(record);
        Assert.NotNull(authority);
        Assert.Equal(("p-1.moeder", "r.schouten", true, Now), (record.GivenBy.ToString(), record.RecordedBy, record.WholeDay, record.RecordedAt));
        IsYes(Decide(Pupil(), "2026-03-02", ConsentPolicy.School, [authority], record));
        Assert.False(record.Covers("sociale_media", MediaKind.Photo));
    }

    [Fact]
    public void Of_two_answers_on_the_day_itself_the_later_one_counts()
    {
        var no = Read(Form with { Value = "no", GivenOn = "2026-03-10", Source = "Oral" }).Record;
        Assert.NotNull(no);
        var yes = Read(Form with { GivenOn = "2026-03-10" }).Record;
        Assert.NotNull(yes);
        var later = yes with { GivenAt = yes.GivenAt.AddMinutes(5) };
        IsYes(Decide(Pupil(), "2026-03-11", ConsentPolicy.School, [new(Child, no.GivenBy, Authority.Yes)], no, later));
        IsNo(ConsentReason.Refused, Decide(Pupil(), "2026-03-11", ConsentPolicy.School, [new(Child, no.GivenBy, Authority.Yes)], no, yes));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        ["answeredBy", "givenOn", "kinds", "purposes", "source", "value"],
        Read(new AnswerFields()).Errors.Select(e => e.Field).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Oral", "x", "source")] // cannot be shown (A07)
    [InlineData("Form", "", "reference")]
    [InlineData("Import", "x", "source")] // by hand is not by import
    public void A_yes_needs_proof(string source, string reference, string field) =>
        Assert.Equal(field, Assert.Single(Read(Form with { Source = source, Reference = reference }).Errors).Field);

    [Fact]
    public void A_no_needs_none() => Assert.Empty(Read(Form with { Value = "no", Source = "Oral", Reference = "" }).Errors);

    [Theory]
    [InlineData("2010-03-01", "self", "2026-02-28", "givenOn")] // the day before the sixteenth birthday
    [InlineData("2010-03-01", "self", "2026-03-01", null)]
    [InlineData("2010-03-01", "new:vader", "2026-03-01", "givenOn")]
    [InlineData("2010-03-01", "new:vader", "2026-02-28", null)]
    [InlineData("2012-05-10", "self", "2026-03-01", "givenOn")]
    [InlineData(null, "new:vader", "2026-03-01", "givenOn")]
    [InlineData("2012-05-10", "new:vader", "2026-03-11", "givenOn")] // tomorrow
    [InlineData("2012-05-10", "new:vader", "2012-05-09", "givenOn")] // before birth
    [InlineData("2012-05-10", "o-9", "2026-03-01", "answeredBy")] // nobody knows them
    public void A_yes_that_could_not_count_is_refused_with_the_reason(string? born, string giver, string day, string? field) =>
        Assert.Equal(field, Read(Form with { Giver = giver, GivenOn = day }, Pupil(born)).Errors.SingleOrDefault()?.Field);

    [Fact]
    public void A_no_of_anybody_is_written_down_on_any_day_that_has_been() =>
        Assert.Empty(Read(Form with { Value = "no", Giver = "new:vader", GivenOn = "2026-03-09" }, Pupil("2010-03-01")).Errors);

    [Fact]
    public void Who_answered_before_answers_in_the_same_capacity()
    {
        var guardian = Yes(Father, "2025-09-01") with { Capacity = ConsentCapacity.Guardian };
        Assert.Equal(ConsentCapacity.Guardian, Read(Form with { Giver = Father.ToString() }, null, guardian).Record?.Capacity);
    }

    [Fact]
    public void A_new_parent_has_the_authority_that_was_written_down_and_nothing_is_presumed()
    {
        Assert.Equal("authority", Assert.Single(Read(Form with { Authority = "" }).Errors).Field);
        Assert.Equal(Authority.Unknown, Read(Form with { Authority = "unknown" }).Authority?.Authority);
    }

    [Fact]
    public void Unknown_purposes_and_kinds_are_not_recorded()
    {
        Assert.Equal(["website"], Read(Form with { Purposes = ["website", "reclame"] }).Record?.Purposes);
        Assert.Equal("kinds", Assert.Single(Read(Form with { Kinds = ["99", "Hologram"] }).Errors).Field);
    }
}
