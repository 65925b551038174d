using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
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

    private static readonly List<Type> Classes =
    [
        .. new[] { typeof(Pipeline).Assembly, CompiledFunctions.Instance.App }.SelectMany(a => a.GetTypes())
            .Where(t => SectionOf(t) is not null),
    ];

    [Fact]
    public void Sample_names_every_setting_and_nothing_else()
    {
        var bound = Classes.SelectMany(c => Leaves(c, SectionOf(c)!)).Select(l => l.Key).Distinct(); // selected so
        Assert.Equal(
            bound.Order(StringComparer.Ordinal),
            Sample.Keys.Where(k => !IsHosts(k)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sample_shows_the_defaults()
    {
        var defaults = Classes.SelectMany(c => Leaves(c, SectionOf(c)!)).ToLookup(l => l.Key); // selected so
        Assert.All(Sample.Where(s => !IsHosts(s.Key) && !OnPurpose.Contains(s.Key)), s =>
            Assert.Contains(s.Value, defaults[s.Key].Select(l => l.Default)));
    }

    [Fact]
    public void Sample_is_valid_as_it_stands()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Sample.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value))).Build();
        Assert.All(Classes, c =>
        {
            var settings = configuration.GetSection(SectionOf(c)!.Replace("__", ":", StringComparison.Ordinal)).Get(c, o => o.ErrorOnUnknownConfiguration = false)!; // a section with values
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
            typeof(Pipeline).Assembly.GetTypes().Concat(CompiledFunctions.Instance.App.GetTypes()).Where(t => t.Name.EndsWith("Settings", StringComparison.Ordinal) && !t.IsAbstract).Select(t => t.Name).Order(StringComparer.Ordinal),
            Classes.Select(c => c.Name).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^\s+(?<key>[A-Za-z]+(?:__[A-Za-z]+)+):\s*(?:'(?<literal>[^'$]*)')?", RegexOptions.Multiline)]
    private static partial Regex DeployedSetting();

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field ? (field.GetRawConstantValue() as string)?.Replace(":", "__", StringComparison.Ordinal) : null;

    private static bool IsHosts(string key) =>
        key is "AzureWebJobsStorage" or "FUNCTIONS_WORKER_RUNTIME" || key.StartsWith("WEBSITE_", StringComparison.Ordinal);

    private static IEnumerable<(string Key, string Default)> Leaves(Type type, string prefix)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            var key = $"{prefix}__{property.Name}";
            var value = property.GetValue(defaults);
            if (TypeDescriptor.GetConverter(property.PropertyType).CanConvertFrom(typeof(string)))
            {
                yield return (key, Text(value));
                continue;
            }

            foreach (var leaf in Leaves(property.PropertyType, key))
                yield return leaf;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Dictionary<string, string> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(LocalFolders.Root, "local.settings.sample.json")));
        return file.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString() ?? "", StringComparer.Ordinal);
    }
}
