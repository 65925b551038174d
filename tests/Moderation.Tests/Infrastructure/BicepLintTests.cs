using System.Text.Json;

namespace Moderation.Tests.Infrastructure;

public sealed class BicepLintTests
{
    [Theory]
    [InlineData("*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task Compiler_and_linter_have_nothing_to_say(string files)
    {
        using var compiler = BicepCompiler.OnACopyOfInfra();

        var results = await LintAsync(compiler, files);

        Assert.Equal(Directory.GetFiles(compiler.Folder, files, SearchOption.AllDirectories).Length, results.Count);
        Assert.All(results, file => Assert.Equal("[]", file.GetRawText()));
    }

    [Fact]
    public async Task Mistakes_would_be_reported()
    {
        using var compiler = BicepCompiler.OnACopyOfInfra();
        await File.AppendAllTextAsync(
            Path.Combine(compiler.Folder, "modules", "vault.bicep"),
            """

            param forgotten string
            resource misspelt 'Microsoft.KeyVault/vaults@2024-11-01' = {
              name: 'other-vault'
              location: location
              properties: { tenantId: tenant().tenantId, sku: { family: 'A', name: 'standard' }, enablePurgeProtecton: true }
            }
            output leak string = vault.listSecrets()

            """);

        var rules = (await LintAsync(compiler, "vault.bicep")).SelectMany(file => file.EnumerateArray()).Select(r => r.GetProperty("ruleId").ToString()).ToList();

        Assert.Contains("no-unused-params", rules);
        Assert.Contains("BCP089", rules); // a property that the type does not have
        Assert.Contains("outputs-should-not-contain-secrets", rules);
    }

    /// <returns>The results of each file that was linted.</returns>
    private static async Task<List<JsonElement>> LintAsync(BicepCompiler compiler, string files)
    {
        var answer = await compiler.RunAsync("lint", "--pattern", "**/" + files, "--no-restore", "--diagnostics-format", "sarif");

        // A SARIF document a file, one after the other.
        var bytes = System.Text.Encoding.UTF8.GetBytes(answer);
        var results = new List<JsonElement>();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
            results.Add(JsonDocument.ParseValue(ref reader).RootElement.GetProperty("runs")[0].GetProperty("results"));
        return results;
    }
}
