using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Tests.Infrastructure;

/// <summary>The resources that a parameter file leads to. What only Azure knows stands in them as an expression in brackets.</summary>
internal sealed class BicepDeployment(JsonElement snapshot)
{
    public IReadOnlyList<BicepResource> Resources { get; } =
        [.. snapshot.GetProperty("predictedResources").EnumerateArray().Select(r => new BicepResource(r))];

    /// <summary>What the compiler noticed while predicting.</summary>
    public IReadOnlyList<string> Diagnostics { get; } = [.. snapshot.GetProperty("diagnostics").EnumerateArray().Select(d => d.ToString())];

    /// <summary>
    /// The settings of the Functions app, by name as it stands in Azure (<c>Section__Key</c>); the value is a literal or an
    /// expression in brackets.
    /// </summary>
    public IReadOnlyDictionary<string, string> AppSettings =>
        The("Microsoft.Web/sites/config", "appsettings").Properties.EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);

    public IEnumerable<BicepResource> Of(string type) => Resources.Where(r => r.Type == type);

    /// <summary>The only resource of its type, or the only one whose last name is as given.</summary>
    public BicepResource The(string type, string? name = null) =>
        Assert.Single(Of(type), r => name is null || r.LastName == name);
}

internal sealed partial record BicepResource(JsonElement Json)
{
    public string Id => Json.GetProperty("id").ToString();

    public string Type => Json.GetProperty("type").ToString();

    /// <summary>With the names of what it stands in, and with the address suffixes of public Azure.</summary>
    public string Name => Resolved(Json.GetProperty("name").ToString());

    public string LastName => Name[(Name.LastIndexOf('/') + 1)..];

    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>The value at a path such as <c>siteConfig.minTlsVersion</c>, as text; empty when there is none.</summary>
    public string At(string path)
    {
        var element = Properties;
        foreach (var part in path.Split('.'))
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
                return "";
        return element.ToString();
    }

    private static string Resolved(string name)
    {
        if (!name.StartsWith('['))
            return name;
        var plain = StorageSuffix().Replace(name, "'core.windows.net'");
        // From the inside out: format('a.{0}', 'b') becomes 'a.b'.
        for (var before = ""; before != plain;)
        {
            before = plain;
            plain = Format().Replace(plain, m => $"'{m.Groups[1].Value.Replace("{0}", m.Groups[2].Value, StringComparison.Ordinal).Replace("{1}", m.Groups[3].Value, StringComparison.Ordinal)}'");
        }

        return plain.Trim('[', ']', '\'');
    }

    [GeneratedRegex(@"environment\(\)\.suffixes\.storage")]
    private static partial Regex StorageSuffix();

    [GeneratedRegex(@"format\('([^']*)', '([^']*)'(?:, '([^']*)')?\)")]
    private static partial Regex Format();
}
