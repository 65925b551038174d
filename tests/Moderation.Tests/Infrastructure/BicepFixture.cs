using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moderation.Tests.Infrastructure;

/// <summary>Compiles each thing once for all tests about Bicep.</summary>
public sealed partial class BicepFixture : IDisposable
{
    public static readonly IReadOnlyList<string> Environments = ["dev", "test", "prod"];

    /// <summary>What a deployment is always given.</summary>
    private static readonly string[] Given =
    [
        "MODERATION_SCHOOL=ccc",
        "MODERATION_CLIENT_ID=c0ffee00-0000-4000-8000-000000000001",
        "MODERATION_ALERT_EMAILS=beheer@school.example,directie@school.example",
        "MODERATION_BUDGET_START=2026-12-01",
    ];

    private readonly BicepCompiler compiler = BicepCompiler.OnACopyOfInfra();
    private readonly Lazy<BicepServer> server;
    private readonly Lazy<Task<BicepTemplate>> template;
    private readonly ConcurrentDictionary<string, Lazy<Task<BicepDeployment>>> deployments = new(StringComparer.Ordinal);
    private int variants;

    public BicepFixture()
    {
        server = new(compiler.Serve);
        template = new(CompileAsync);
    }

    /// <summary>The compiled <c>main.bicep</c> with its modules.</summary>
    internal Task<BicepTemplate> TemplateAsync() => template.Value;

    /// <summary>What a parameter file would deploy, as the compiler predicts it.</summary>
    /// <param name="parameters">dev, test, prod or main.</param>
    /// <param name="settings">Environment variables it reads, beside what is always given: <c>NAME=value</c>.</param>
    internal Task<BicepDeployment> DeploymentAsync(string parameters, params string[] settings) =>
        deployments.GetOrAdd(string.Join(' ', [parameters, .. settings]), _ => new(() => PredictAsync(parameters, settings))).Value;

    /// <summary>The same for a parameter file that must be refused: what the compiler says.</summary>
    internal async Task<string> RefusalAsync(string parameters, params string[] settings) =>
        (await Assert.ThrowsAsync<BicepRefusal>(() => PredictAsync(parameters, settings))).Message;

    public void Dispose()
    {
        if (server.IsValueCreated)
            server.Value.Dispose();
        compiler.Dispose();
    }

    private async Task<BicepTemplate> CompileAsync()
    {
        var answer = await server.Value.AskAsync("bicep/compile", new { path = Path.Combine(compiler.Folder, "main.bicep") });
        Assert.True(answer.GetProperty("success").GetBoolean(), answer.ToString());
        return new BicepTemplate("main", JsonDocument.Parse(answer.GetProperty("contents").ToString()).RootElement);
    }

    private async Task<BicepDeployment> PredictAsync(string parameters, string[] settings)
    {
        const string Subscription = "00000000-0000-4000-8000-000000000000";
        var path = await WriteVariantAsync(parameters, settings);
        var compiled = await server.Value.AskAsync("bicep/compileParams", new { path, parameterOverrides = new { } });
        if (!compiled.GetProperty("success").GetBoolean())
            throw new BicepRefusal(compiled.GetProperty("diagnostics").ToString());

        var question = new
        {
            path,
            metadata = new { tenantId = Subscription, subscriptionId = Subscription, resourceGroup = "moderation", location = "westeurope", deploymentName = "main" },
            externalInputs = Array.Empty<object>(),
        };
        var answer = await server.Value.AskAsync("bicep/getSnapshot", question);
        var deployment = new BicepDeployment(JsonDocument.Parse(answer.GetProperty("snapshot").ToString()).RootElement);
        Assert.Empty(deployment.Diagnostics);
        return deployment;
    }

    /// <summary>The one process has one environment, so a variant of it is a parameter file with the values filled in.</summary>
    private async Task<string> WriteVariantAsync(string parameters, string[] settings)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(compiler.Folder, parameters + ".bicepparam"));
        Assert.All(settings, setting => Assert.Contains($"readEnvironmentVariable('{setting.Split('=')[0]}'", text, StringComparison.Ordinal));
        var values = Given.Concat(settings).Select(s => s.Split('=', 2)).GroupBy(s => s[0], s => s[1]).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        var filled = ReadVariable().Replace(text, m => values.TryGetValue(m.Groups["name"].Value, out var value) ? $"'{value}'" : m.Value);

        var path = Path.Combine(compiler.Folder, $"{parameters}-{Interlocked.Increment(ref variants)}.bicepparam");
        await File.WriteAllTextAsync(path, filled);
        return path;
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)', '[^']*'\)")]
    private static partial Regex ReadVariable();
}

[CollectionDefinition(nameof(BicepTests))]
public sealed class BicepTests : ICollectionFixture<BicepFixture>;
