using Moderation.Drafts;

namespace Moderation.Tests.Drafts;

public sealed class PlannedTimeTests
{
    [Theory]
    [InlineData("2026-03-29T02:00:00")]
    [InlineData("2026-03-29T02:59:59")]
    public void A_wall_time_that_the_clock_skips_is_refused(string wall) =>
        Assert.False(PlannedTime.TryFromWall(DateTime.Parse(wall, null), out _));

    [Theory]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T00:30:00Z")] // doubled: the first, still summer time
    [InlineData("2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-07-01T12:00:00", "2026-07-01T10:00:00Z")]
    public void A_wall_time_means_one_instant(string wall, string utc)
    {
        Assert.True(PlannedTime.TryFromWall(DateTime.Parse(wall, null), out var planned));
        Assert.Equal(DateTimeOffset.Parse(utc, null), planned!.Utc);
    }
}
