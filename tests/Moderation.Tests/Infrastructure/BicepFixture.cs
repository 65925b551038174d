using System.Collections.Concurrent;
using System.Text.Json;

namespace Moderation.Tests.Infrastructure;

/// <summary>Compiles each thing once for all tests about Bicep; a run of the compiler takes seconds.</summary>
public sealed class BicepFixture : IDisposable
{
    public static readonly IReadOnlyList<string> Environments = ["dev", "test", "prod"];

    private static readonly Dictionary<string, string> Given = new()
    {
        ["MODERATION_SCHOOL"] = "ccc",
        ["MODERATION_CLIENT_ID"] = "c0ffee00-0000-4000-8000-000000000001",
        ["MODERATION_ALERT_EMAILS"] = "beheer@school.example,directie@school.example",
        ["MODERATION_BUDGET_START"] = "2026-12-01",
    };

    private readonly BicepCompiler compiler = BicepCompiler.OnACopyOfInfra();
    private readonly ConcurrentDictionary<string, Lazy<Task<BicepDeployment>>> deployments = new(StringComparer.Ordinal);
    private readonly Lazy<Task<BicepTemplate>> template;

    public BicepFixture() => template = new(CompileAsync);

    /// <summary>The compiled <c>main.bicep</c> with its modules.</summary>
    internal Task<BicepTemplate> TemplateAsync() => template.Value;

    /// <summary>What a parameter file would deploy, as the compiler predicts it.</summary>
    /// <param name="parameters">dev, test, prod or main.</param>
    /// <param name="settings">Environment variables on top of the ordinary ones: <c>NAME=value</c>.</param>
    internal Task<BicepDeployment> DeploymentAsync(string parameters, params string[] settings) =>
        deployments.GetOrAdd(string.Join(' ', [parameters, .. settings]), _ => new(() => PredictAsync(parameters, settings))).Value;

    /// <summary>The same for a parameter file that must be refused: what the compiler says.</summary>
    internal async Task<string> RefusalAsync(string parameters, params string[] settings)
    {
        var answer = await SnapshotAsync(parameters, settings);
        Assert.NotEqual(0, answer.ExitCode);
        return answer.Output + answer.Errors;
    }

    public void Dispose() => compiler.Dispose();

    private async Task<BicepTemplate> CompileAsync()
    {
        var answer = await compiler.RunAsync(["build", "main.bicep", "--stdout", "--no-restore"]);
        Assert.True(answer.ExitCode == 0, answer.Errors);
        return new BicepTemplate("main", JsonDocument.Parse(answer.Output).RootElement);
    }

    private async Task<BicepDeployment> PredictAsync(string parameters, string[] settings)
    {
        // Each prediction in a copy of its own: the snapshot is a file beside the parameters.
        using var own = BicepCompiler.OnACopyOfInfra();
        var answer = await SnapshotAsync(own, parameters, settings);
        Assert.True(answer.ExitCode == 0, answer.Errors);
        return new BicepDeployment(JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(own.Folder, parameters + ".snapshot.json"))).RootElement);
    }

    private Task<BicepCompiler.Answer> SnapshotAsync(string parameters, string[] settings) => SnapshotAsync(compiler, parameters, settings);

    private static Task<BicepCompiler.Answer> SnapshotAsync(BicepCompiler compiler, string parameters, string[] settings)
    {
        const string Subscription = "00000000-0000-4000-8000-000000000000";
        var environment = new Dictionary<string, string>(Given);
        foreach (var setting in settings)
            environment[setting.Split('=')[0]] = setting.Split('=')[1];
        return compiler.RunAsync(
            ["snapshot", parameters + ".bicepparam", "--mode", "overwrite", "--subscription-id", Subscription, "--tenant-id", Subscription, "--resource-group", "moderation", "--location", "westeurope"],
            environment);
    }
}

[CollectionDefinition(nameof(BicepTests))]
public sealed class BicepTests : ICollectionFixture<BicepFixture>;
