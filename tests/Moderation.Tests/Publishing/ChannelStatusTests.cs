using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Connecting;

namespace Moderation.Tests.Publishing;

public sealed class ChannelStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly PublishingSettings Settings = new();
    private static readonly PublishOutcome Unknown = new PublishOutcome.Unknown("http-500");

    [Fact]
    public void A_channel_that_keeps_failing_rests_longer_each_time_and_heals_by_one_success()
    {
        var status = ChannelStatus.Fresh.After(Unknown, Now, Settings).After(new PublishOutcome.Limited("unreachable", TimeSpan.FromMinutes(1)), Now, Settings);
        Assert.Null(status.ClosedAt(Now, Settings));

        var rests = new List<TimeSpan>();
        for (var failure = 0; failure < 8; failure++)
        {
            status = status.After(Unknown, Now, Settings);
            rests.Add(status.ClosedAt(Now, Settings)!.Value - Now); // it rests from the third failure on
        }

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], rests.Select(r => r.TotalMinutes));
        Assert.Equal("failing", status.Reason);
        Assert.Null(status.ClosedAt(Now + TimeSpan.FromMinutes(61), Settings));
        status = status.After(new PublishOutcome.Published("1", null), Now, Settings);
        Assert.Equal((0, null, null), (status.Failures, status.ClosedUntil, status.Reason));
    }

    [Fact]
    public void A_rate_limit_closes_the_channel_for_every_post_and_is_no_failure()
    {
        var status = ChannelStatus.Fresh.After(new PublishOutcome.Limited("http-429", TimeSpan.FromMinutes(10)), Now, Settings);
        Assert.Equal((Now.AddMinutes(10), 0), (status.ClosedAt(Now, Settings), status.Failures));
    }

    [Fact]
    public void A_refused_post_says_nothing_about_its_channel()
    {
        var failing = ChannelStatus.Fresh.After(Unknown, Now, Settings);
        Assert.Equal(0, failing.After(new PublishOutcome.Refused("http-422"), Now, Settings).Failures);
        Assert.Null(ChannelStatus.Fresh.After(new PublishOutcome.Refused("http-422"), Now, Settings).ClosedAt(Now, Settings));
    }

    [Fact]
    public void A_dead_token_asks_for_a_person_until_something_is_published()
    {
        var status = ChannelStatus.Fresh.After(new PublishOutcome.Closed("token", NeedsReconnect: true), Now, Settings);
        Assert.True(status.NeedsReconnect);
        Assert.Equal(Now + Settings.LookAgainAfter, status.ClosedAt(Now, Settings));
        Assert.False(status.After(new PublishOutcome.Published("1", null), Now, Settings).NeedsReconnect);
    }

    [Fact]
    public void What_a_person_switched_off_stays_off()
    {
        var status = ChannelStatus.Fresh with { SwitchedOff = true };
        Assert.NotNull(status.ClosedAt(Now.AddYears(1), Settings));
        Assert.True(status.After(new PublishOutcome.Published("1", null), Now, Settings).SwitchedOff);
    }

    [Fact]
    public void Of_a_busy_channel_that_goes_well_one_publication_a_minute_is_written_down()
    {
        var status = ChannelStatus.Fresh.After(new PublishOutcome.Published("1", null), Now, Settings);
        Assert.Same(status, status.After(new PublishOutcome.Published("2", null), Now.AddSeconds(59), Settings));
        Assert.Equal(Now.AddSeconds(60), status.After(new PublishOutcome.Published("3", null), Now.AddSeconds(60), Settings).LastPublishedAt);
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(15, false)]
    public void The_administrator_hears_two_weeks_before_a_connection_ends(int days, bool hears)
    {
        var overview = new ChannelOverview(
            ChannelRegister.School.Find("linkedin")!, PublishingPlace.Channel, ChannelStatus.Fresh, // the school has one
            new ConnectedAccount("School", Now.AddDays(-40), Now.AddDays(days), 14), ConnectionWay.OAuth, null);
        Assert.Equal(hears, ChannelWatch.TroubleOf(overview, Now) is not null);
        Assert.NotNull(ChannelWatch.TroubleOf(overview with { Account = null }, Now));
        Assert.NotNull(ChannelWatch.TroubleOf(overview with { Status = ChannelStatus.Fresh with { NeedsReconnect = true } }, Now));
    }
}
