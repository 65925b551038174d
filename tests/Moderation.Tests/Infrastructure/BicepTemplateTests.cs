using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Tests.Infrastructure;

[Collection(nameof(BicepTests))]
public sealed partial class BicepTemplateTests(BicepFixture bicep)
{
    /// <summary>Regions of Azure on the soil of the European Union. Norway, Switzerland and the United Kingdom are not in it.</summary>
    private static readonly string[] European =
    [
        "austriaeast", "belgiumcentral", "denmarkeast", "francecentral", "germanywestcentral", "italynorth", "northeurope",
        "polandcentral", "spaincentral", "swedencentral", "westeurope",
    ];

    [Fact]
    public async Task Every_parameter_and_output_is_described()
    {
        var template = await bicep.TemplateAsync();

        var silent = template.All().SelectMany(t => t.Members("parameters").Concat(t.Members("outputs"))
            .Where(m => Description(m.Value).Length < 10)
            .Select(m => $"{t.Path}: {m.Name}"));

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_template_says_what_it_is_for()
    {
        var template = await bicep.TemplateAsync();

        Assert.All(template.All(), t => Assert.True(Description(t.Json).Length > 20, t.Path));
    }

    [Fact]
    public async Task Every_module_is_used()
    {
        await bicep.TemplateAsync();
        var infra = Path.Combine(BicepCompiler.Repository, "infra");
        var sources = Directory.GetFiles(infra, "*.bicep", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.All(
            Directory.GetFiles(Path.Combine(infra, "modules"), "*.bicep").Select(Path.GetFileName),
            file => Assert.Contains(sources, s => s.Contains($"{file}' =", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("location")]
    [InlineData("safetyLocation")]
    public async Task Only_regions_of_the_European_Union_are_accepted(string parameter)
    {
        var template = await bicep.TemplateAsync();

        var allowed = template.Json.GetProperty("parameters").GetProperty(parameter).GetProperty("allowedValues").EnumerateArray().Select(v => v.ToString()).ToList();

        Assert.NotEmpty(allowed);
        Assert.Empty(allowed.Except(European));
    }

    [Fact]
    public async Task No_output_holds_a_secret()
    {
        var template = await bicep.TemplateAsync();

        var outputs = template.All().SelectMany(t => t.Members("outputs").Select(o => (Name: $"{t.Path}: {o.Name}", Text: o.Name + " " + o.Value.GetProperty("value")))).ToList();

        Assert.NotEmpty(outputs);
        Assert.DoesNotContain(outputs, o => Secret().IsMatch(o.Text));
    }

    [Fact]
    public async Task No_key_is_asked_for_and_no_secret_is_taken()
    {
        var template = await bicep.TemplateAsync();

        Assert.DoesNotContain(template.Strings(), s => KeyCall().IsMatch(s));
        Assert.Empty(template.All().SelectMany(t => t.Members("parameters").Where(p => p.Value.TryGetProperty("type", out var type) && type.ToString().StartsWith("secure", StringComparison.OrdinalIgnoreCase)).Select(p => $"{t.Path}: {p.Name}")));
    }

    [Theory]
    [InlineData("[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'x'), '2024-01-01').keys[0].value]")]
    [InlineData("[listAccountSas('x', '2024-01-01', parameters('p')).accountSasToken]")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=x;AccountKey=")]
    public void Key_would_be_noticed(string text) => Assert.Matches(KeyCall(), text);

    private static string Description(JsonElement element) =>
        element.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("description", out var description) ? description.ToString() : "";

    [GeneratedRegex(@"\blist\w*\(|connectionString|instrumentationKey|accountKey|secret|password|token|\bkeys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\blist[A-Za-z]+\(|AccountKey=|SharedAccessKey|SharedAccessSignature|[?&]sig=", RegexOptions.IgnoreCase)]
    private static partial Regex KeyCall();
}
