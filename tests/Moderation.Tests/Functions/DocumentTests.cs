using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Moderation.LocalHost.Storage;

namespace Moderation.Tests.Functions;

/// <summary>Documents that promise something, held against what there is.</summary>
public sealed partial class DocumentTests
{
    /// <summary>A threat whose test was renamed away would look covered for ever.</summary>
    [Fact]
    public void Threat_model_names_tests_that_exist_and_one_for_every_threat()
    {
        var rows = Read("docs", "security.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal)).Skip(1).ToList();
        foreach (var letter in "STRIDE")
            Assert.Contains(rows, r => r.StartsWith($"| **{letter}", StringComparison.Ordinal));
        var classes = typeof(DocumentTests).Assembly.GetTypes().Where(t => t.IsPublic).ToLookup(t => t.Name, StringComparer.Ordinal);
        Assert.All(rows, row =>
        {
            var named = Test().Matches(row.Split('|')[3]);
            Assert.True(named.Count > 0, $"No test: {row}");
            Assert.All(named, test => Assert.True(
                classes[test.Groups["class"].Value].Any(c => test.Groups["method"].Value is not { Length: > 0 } name || c.GetMethod(name)?.GetCustomAttributes<FactAttribute>().Any() == true),
                $"There is no test {test.Value}."));
        });
    }

    [Fact]
    public void Every_setting_of_host_json_has_its_reason()
    {
        using var host = JsonDocument.Parse(Read("src", "Moderation.Functions", "host.json"));
        var reasons = Reason().Matches(Read("src", "Moderation.Functions", "host.md")).ToDictionary(m => m.Groups["key"].Value, m => m.Groups["value"].Value.Trim('`', ' '), StringComparer.Ordinal);
        var settings = Leaves(host.RootElement, "").ToDictionary(l => l.Key, l => l.Value.Length == 0 ? "empty" : l.Value, StringComparer.Ordinal);
        Assert.Equal(settings.OrderBy(s => s.Key, StringComparer.Ordinal), reasons.OrderBy(r => r.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_queue_has_its_row() =>
        Assert.All(Pipeline.Queues, queue => Assert.Contains($"| `{queue}` |", Read("src", "Moderation.Functions", "host.md"), StringComparison.Ordinal));

    private static IEnumerable<(string Key, string Value)> Leaves(JsonElement element, string prefix) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(p => Leaves(p.Value, prefix.Length == 0 ? p.Name : $"{prefix}.{p.Name}"))
            : [(prefix, element.ToString())];

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([LocalFolders.Root, .. path]));

    [GeneratedRegex(@"`(?<class>[A-Z]\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex Test();

    [GeneratedRegex(@"^\| `(?<key>[A-Za-z.]+)` \| (?<value>`[^`]*`|empty) \| ", RegexOptions.Multiline)]
    private static partial Regex Reason();
}
