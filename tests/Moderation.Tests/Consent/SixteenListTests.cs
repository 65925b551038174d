using Moderation.Consent;
using static Moderation.Tests.Consent.Answers;

namespace Moderation.Tests.Consent;

public sealed class SixteenListTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static (int Soon, int Since) Count(Person pupil, params ConsentRecord[] records)
    {
        var (soon, since) = SixteenList.Of(new ConsentRegister([pupil], records, BothParents, ConsentPolicy.School), Today);
        return (soon.Count, since.Count);
    }

    [Theory]
    [InlineData("2010-03-10", 0, 1)] // today
    [InlineData("2010-03-11", 1, 0)] // tomorrow
    [InlineData("2010-05-09", 1, 0)] // in sixty days
    [InlineData("2010-05-10", 0, 0)]
    [InlineData("2008-03-01", 0, 1)]
    public void It_looks_sixty_days_ahead_and_back_without_end(string born, int soon, int since) =>
        Assert.Equal((soon, since), Count(Pupil(born), Yes(Mother, "2023-09-01")));

    [Fact]
    public void Born_on_29_February_somebody_is_16_on_1_March_of_a_year_without_one()
    {
        // 2012 + 16 is a leap year; 2008 + 16 too: the day exists, so it is that day.
        var (soon, _) = SixteenList.Of(new ConsentRegister([Pupil("2012-02-29")], [Yes(Mother, "2023-09-01")], BothParents, ConsentPolicy.School), new DateOnly(2028, 2, 28));
        Assert.Equal(new DateOnly(2028, 2, 29), Assert.Single(soon).On);
    }

    [Fact]
    public void Who_has_answered_since_is_not_on_it_and_an_earlier_answer_is_not_enough()
    {
        Assert.Equal((0, 0), Count(Pupil("2010-03-01"), Yes(Mother, "2023-09-01"), OwnYes("2026-03-01")));
        Assert.Equal((0, 0), Count(Pupil("2010-03-01"), Yes(Mother, "2023-09-01"), OwnNo("2026-03-02")));
        Assert.Equal((0, 1), Count(Pupil("2010-03-01"), Yes(Mother, "2023-09-01"), OwnYes("2026-02-28")));
    }

    [Fact]
    public void Without_a_parents_yes_there_is_nothing_to_ask()
    {
        Assert.Equal((0, 0), Count(Pupil("2010-03-01")));
        Assert.Equal((0, 0), Count(Pupil("2010-03-01"), No(Mother, "2023-09-01")));
        Assert.Equal((0, 0), Count(Pupil("2010-03-01", shielded: true), Yes(Mother, "2023-09-01")));
    }

    [Fact]
    public void It_says_which_purposes_it_is_about_and_whether_the_pupil_was_told()
    {
        var (_, since) = SixteenList.Of(
            new ConsentRegister([Pupil("2010-03-01")], [Yes(Mother, "2023-09-01") with { Purposes = ["website", "pers"] }, OwnYes("2026-03-05") with { Value = ConsentValue.Informed }], BothParents, ConsentPolicy.School), Today);
        var entry = Assert.Single(since);
        Assert.True(entry.Informed);
        Assert.Equal(["website", "pers"], entry.Purposes.Select(p => p.Code));
    }
}
