using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Tests.Infrastructure;

[Collection(nameof(BicepTests))]
public sealed partial class BicepAlertTests(BicepFixture bicep)
{
    private const string Rules = "Microsoft.Insights/scheduledQueryRules";

    /// <summary>What the app reports under the meter <c>Moderation</c>, and above which value somebody must hear.</summary>
    private static readonly (string Metric, string Above)[] Watched =
    [
        ("moderation.audit.broken", "0"),
        ("moderation.channels.reconnect", "0"),
        ("moderation.holds.overdue", "0"),
        ("moderation.nightly.age_seconds", "129600"),
        ("moderation.poison.messages", "0"),
        ("moderation.publications.unknown", "0"),
        ("moderation.queue.oldest_age_seconds", "900"),
    ];

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public async Task Every_metric_has_its_alert(string parameters)
    {
        var deployment = await bicep.DeploymentAsync(parameters);

        var watched = deployment.Of(Rules).Select(r => r.Properties.GetProperty("criteria").GetProperty("allOf")[0])
            .Where(c => c.GetProperty("operator").ToString() == "GreaterThan")
            .Select(c => (Metric().Match(c.GetProperty("query").ToString()).Value, c.GetProperty("threshold").ToString()));

        Assert.Equal(Watched, watched.Order());
    }

    [Fact]
    public async Task Silence_is_an_alert_too()
    {
        var silence = Assert.Single((await bicep.DeploymentAsync("prod")).Of(Rules), r => r.Name.EndsWith("-silence", StringComparison.Ordinal));
        var criterion = silence.Properties.GetProperty("criteria").GetProperty("allOf")[0];

        Assert.Equal("LessThan", criterion.GetProperty("operator").ToString());
        Assert.Equal("1", criterion.GetProperty("threshold").ToString());
        // count() without "by" gives a row also when there is nothing to count.
        Assert.EndsWith("summarize Value = count()", criterion.GetProperty("query").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_alert_is_on_and_tells_the_action_group()
    {
        var deployment = await bicep.DeploymentAsync("prod");
        var group = deployment.The("Microsoft.Insights/actionGroups");

        Assert.All(deployment.Of(Rules), rule =>
        {
            Assert.Equal("True", rule.At("enabled"));
            Assert.Equal(group.Id, Assert.Single(rule.Properties.GetProperty("actions").GetProperty("actionGroups").EnumerateArray()).ToString());
        });
        Assert.Equal("True", group.At("enabled"));
        Assert.InRange(group.At("groupShortName").Length, 1, 12);
        Assert.Equal(
            ["beheer@school.example", "directie@school.example"],
            group.Properties.GetProperty("emailReceivers").EnumerateArray().Select(e => e.GetProperty("emailAddress").ToString()));
    }

    [Theory]
    [InlineData("dev", "10")]
    [InlineData("test", "15")]
    [InlineData("prod", "20")]
    public async Task Budget_warns_the_same_people_before_it_is_spent(string parameters, string amount)
    {
        var deployment = await bicep.DeploymentAsync(parameters);
        var budget = deployment.The("Microsoft.Consumption/budgets");

        Assert.Equal(amount, budget.At("amount"));
        Assert.Equal("2026-12-01", budget.At("timePeriod.startDate"));
        var notifications = budget.Properties.GetProperty("notifications").EnumerateObject().Select(n => n.Value).ToList();
        Assert.Equal(2, notifications.Count);
        Assert.All(notifications, n => Assert.Equal(deployment.The("Microsoft.Insights/actionGroups").Id, n.GetProperty("contactGroups")[0].ToString()));
        Assert.Contains(notifications, n => n.GetProperty("thresholdType").ToString() == "Actual" && n.GetProperty("threshold").GetInt32() < 100);
    }

    [Fact]
    public async Task Budget_starts_this_month_when_nobody_says_otherwise()
    {
        var budget = (await bicep.DeploymentAsync("prod", "MODERATION_AUDIT_LOCKED=true", "MODERATION_BUDGET_START=")).The("Microsoft.Consumption/budgets");

        Assert.Contains("utcNow('yyyy-MM-01')", budget.At("timePeriod.startDate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_manual_says_what_every_alert_means()
    {
        var manual = await File.ReadAllTextAsync(Path.Combine(BicepCompiler.Repository, "docs", "operations.md"));
        var deployment = await bicep.DeploymentAsync("prod");

        Assert.All(deployment.Of(Rules), rule => Assert.Contains($"### {rule.At("displayName")["Moderation: ".Length..]}", manual, StringComparison.OrdinalIgnoreCase));
        Assert.All(Watched, metric => Assert.Contains($"`{metric.Metric}`", manual, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workbook_can_be_read_and_asks_only_for_metrics_that_exist()
    {
        var workbook = (await bicep.DeploymentAsync("prod")).The("Microsoft.Insights/workbooks");
        using var page = JsonDocument.Parse(workbook.At("serializedData"));

        var queries = page.RootElement.GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("content").TryGetProperty("query", out _))
            .Select(i => i.GetProperty("content").GetProperty("query").ToString()).ToList();
        var metrics = queries.SelectMany(q => Metric().Matches(q).Select(m => m.Value)).Distinct().Order();

        Assert.Equal(Watched.Select(w => w.Metric), metrics);
    }

    [GeneratedRegex(@"moderation\.[a-z_.]+")]
    private static partial Regex Metric();
}
