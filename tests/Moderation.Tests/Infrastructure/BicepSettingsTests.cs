using System.Text.RegularExpressions;
using Moderation.Tests.Functions;

namespace Moderation.Tests.Infrastructure;

/// <summary>What the template sets is what the code binds, read from the settings classes; and the operator's table says the same.</summary>
[Collection(nameof(BicepTests))]
public sealed partial class BicepSettingsTests(BicepFixture bicep)
{
    /// <summary>Bound by the code and never set in Azure, each for its reason.</summary>
    private static readonly Dictionary<string, string> OnlyOnOneMachine = new(StringComparer.Ordinal)
    {
        ["Channels__SandboxUrl"] = "posts would go to the sample wall",
        ["Channels__TokenFolder"] = "tokens stand in the vault",
        ["Storage__ConnectionString"] = "it holds a key",
        ["Storage__Prefix"] = "the triggers listen on the plain names",
    };

    /// <summary>Read by the platform, the host or an SDK, not by a settings class.</summary>
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential", "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
    ];

    /// <summary>On one machine only, read by the Functions host.</summary>
    private static readonly string[] OfTheHost = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_AUTH_ENABLED"];

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    [InlineData("main")]
    public async Task Every_setting_that_the_code_binds_is_set_and_no_other(string parameters)
    {
        var deployed = (await bicep.DeploymentAsync(parameters)).AppSettings.Keys;

        Assert.Equal(BoundSettings.Names.Except(OnlyOnOneMachine.Keys).Concat(OfThePlatform).Order(StringComparer.Ordinal), deployed.Order(StringComparer.Ordinal));
        Assert.Empty(OnlyOnOneMachine.Keys.Except(BoundSettings.Names));
    }

    /// <summary>A sample for a machine without Azure must not become a setting of a school.</summary>
    [Fact]
    public async Task A_setting_has_its_default_unless_the_template_makes_the_value()
    {
        var other = (await bicep.DeploymentAsync("prod")).AppSettings
            .Where(s => BoundSettings.Defaults.Contains(s.Key) && !BoundSettings.Defaults[s.Key].Contains(s.Value)).Select(s => s.Key);

        Assert.Equal(
            ["Channels__PublicUrl", "Channels__VaultUrl", "Safety__Endpoint", "Storage__AccountName", "Web__SignInPath", "Web__SignOutByPost", "Web__SignOutPath"],
            other.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_school_may_give_each_channel_settings_of_its_own()
    {
        var settings = (await bicep.DeploymentAsync("prod", """MODERATION_SETTINGS={"Connect__Channels__facebook__ClientId":"42","Channels__PublicUrl":"https://moderatie.school.example"}""")).AppSettings;

        Assert.Equal("42", settings["Connect__Channels__facebook__ClientId"]);
        Assert.Equal("https://moderatie.school.example", settings["Channels__PublicUrl"]);
        Assert.All(BoundSettings.Families, f => Assert.StartsWith("Connect__Channels__<code>__", f, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_school_may_give_a_setting_another_value()
    {
        var settings = (await bicep.DeploymentAsync("prod", """MODERATION_SETTINGS={"Review__HoldLasts":"2.00:00:00"}""")).AppSettings;

        Assert.Equal("2.00:00:00", settings["Review__HoldLasts"]);
        Assert.Equal("00:10:00", settings["Sweep__After"]);
    }

    [Theory]
    [InlineData("Review__HoldLast")] // misspelt
    [InlineData("Storage__AccountName")] // the template's own
    [InlineData("Storage__ConnectionString")] // a key
    public async Task A_setting_that_does_not_exist_or_is_not_the_schools_is_refused(string name)
    {
        var refusal = await Assert.ThrowsAsync<BicepRefusal>(() => bicep.DeploymentAsync("prod", $$"""MODERATION_SETTINGS={"{{name}}":"x"}"""));

        Assert.Contains($"settings has names that do not exist or that the template sets itself: {name}.", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A new operator finds every setting in one table. The lines that fail here can be pasted; they want their meaning.</summary>
    [Fact]
    public async Task Operations_manual_has_one_line_for_every_setting()
    {
        var deployed = (await bicep.DeploymentAsync("prod")).AppSettings;
        var manual = await File.ReadAllTextAsync(Path.Combine(BicepCompiler.Repository, "docs", "operations.md"));
        var lines = Line().Matches(manual).Select(m => $"| `{m.Groups["name"].Value}` | {m.Groups["default"].Value} | … | {m.Groups["where"].Value} |");

        var expected = BoundSettings.Names.Select(n => Expected(n, BoundSettings.Defaults[n].First(), WhereOf(n, deployed)))
            .Concat(BoundSettings.Families.Select(f => Expected(f, "", "school")))
            .Concat(OfThePlatform.Select(n => Expected(n, "", "template")))
            .Concat(OfTheHost.Select(n => Expected(n, "", "one machine")));

        Assert.Equal(expected.Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.All(Line().Matches(manual), m => Assert.True(m.Groups["meaning"].Value.Length > 10, m.Value));
    }

    private static string WhereOf(string name, IReadOnlyDictionary<string, string> deployed) =>
        OnlyOnOneMachine.ContainsKey(name) ? "one machine" : BoundSettings.Defaults[name].Contains(deployed.GetValueOrDefault(name)) ? "school" : "template";

    private static string Expected(string name, string value, string where) =>
        $"| `{name.Replace("__", ":", StringComparison.Ordinal)}` | {(value.Length == 0 ? "-" : $"`{value}`")} | … | {where} |";

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z_]+(?::[A-Za-z<>]+)*)` \| (?<default>-|`[^`|]+`) \| (?<meaning>[^|]+) \| (?<where>one machine|school|template) \|$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
