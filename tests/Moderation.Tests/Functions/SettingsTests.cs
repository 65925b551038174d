using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Moderation.LocalHost.Storage;

namespace Moderation.Tests.Functions;

/// <summary>
/// local.settings.sample.json names every setting there is: one line for every leaf that a settings class binds, at the
/// value it has by itself, and nothing else but what the host reads.
/// </summary>
public sealed partial class SettingsTests
{
    /// <summary>Lines that say something else than the default, because a machine without Azure needs it or the Functions host does.</summary>
    private static readonly HashSet<string> OnPurpose =
        ["Storage__ConnectionString", "Channels__SandboxUrl", "Web__SignInPath", "Web__SignOutPath", "Web__SignOutByPost"];

    private static readonly Dictionary<string, string> Sample = Read();

    [Fact]
    public void Sample_names_every_setting_and_nothing_else() =>
        Assert.Equal(BoundSettings.Names, Sample.Keys.Where(k => !IsHosts(k)).Order(StringComparer.Ordinal));

    [Fact]
    public void Sample_shows_the_defaults() =>
        Assert.All(Sample.Where(s => !IsHosts(s.Key) && !OnPurpose.Contains(s.Key)), s => Assert.Contains(s.Value, BoundSettings.Defaults[s.Key]));

    [Fact]
    public void Sample_is_valid_as_it_stands()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Sample.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value))).Build();
        Assert.All(BoundSettings.Classes, c =>
        {
            var settings = configuration.GetSection(BoundSettings.SectionOf(c)!).Get(c, o => o.ErrorOnUnknownConfiguration = false)!; // a section with values
            Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        });
    }

    /// <summary>A misspelt setting in Azure would count for nothing and say nothing.</summary>
    [Fact]
    public void Deployment_sets_only_settings_that_exist_and_leaves_a_default_as_it_is()
    {
        var set = DeployedSetting().Matches(File.ReadAllText(Path.Combine(LocalFolders.Root, "infra", "modules", "app.bicep")));
        Assert.NotEmpty(set);
        Assert.All(set.Where(m => !m.Groups["key"].Value.StartsWith("AzureWebJobsStorage__", StringComparison.Ordinal)), m =>
        {
            Assert.Contains(m.Groups["key"].Value, Sample.Keys);
            if (m.Groups["literal"].Success && !OnPurpose.Contains(m.Groups["key"].Value))
                Assert.Equal(Sample[m.Groups["key"].Value], m.Groups["literal"].Value);
        });
    }

    [Fact]
    public void Every_settings_class_is_held_against_the_sample() =>
        Assert.Equal(
            typeof(Pipeline).Assembly.GetTypes().Concat(CompiledFunctions.Instance.App.GetTypes()).Where(t => !t.IsAbstract && !BoundSettings.IsItem(t) && t.Name.EndsWith("Settings", StringComparison.Ordinal)).Select(t => t.Name).Order(StringComparer.Ordinal),
            BoundSettings.Classes.Select(c => c.Name).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\s+(?<key>[A-Za-z]+(?:__[A-Za-z]+)+):\s*(?:'(?<literal>[^'$]*)')?", RegexOptions.Multiline)]
    private static partial Regex DeployedSetting();

    private static bool IsHosts(string key) =>
        key is "AzureWebJobsStorage" or "FUNCTIONS_WORKER_RUNTIME" || key.StartsWith("WEBSITE_", StringComparison.Ordinal);

    private static Dictionary<string, string> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(LocalFolders.Root, "local.settings.sample.json")));
        return file.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString() ?? "", StringComparer.Ordinal);
    }
}
