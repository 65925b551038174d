using System.Diagnostics;
using System.Reflection;

namespace Moderation.Tests.Infrastructure;

/// <summary>The Bicep compiler that restore brought in, working on a copy of <c>infra/</c> so that the tree stays clean.</summary>
internal sealed class BicepCompiler : IDisposable
{
    private const string Sample = "local.settings.sample.json";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly string copy;

    private BicepCompiler(string copy)
    {
        this.copy = copy;
        Folder = Path.Combine(copy, "infra");
    }

    /// <summary>Root of the repository that the tests were built from.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The copy of <c>infra/</c>.</summary>
    public string Folder { get; }

    public static BicepCompiler OnACopyOfInfra()
    {
        var source = Path.Combine(Repository, "infra");
        var copy = Directory.CreateTempSubdirectory("bicep-").FullName;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, "infra", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file in a folder
            File.Copy(file, target);
        }

        // The one file outside that the template reads: every setting with its default.
        File.Copy(Path.Combine(Repository, Sample), Path.Combine(copy, Sample));
        return new BicepCompiler(copy);
    }

    /// <returns>What it said, on either stream.</returns>
    /// <param name="arguments">As on the command line; paths are relative to <see cref="Folder"/>.</param>
    public async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        var start = Start(arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The Bicep compiler did not start.");
        using var patience = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return await output + await errors;
    }

    public BicepServer Serve() => new(Start(["jsonrpc", "--stdio"]));

    /// <summary>With none of the variables that parameter files read: a developer's own must not change a test.</summary>
    private ProcessStartInfo Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Metadata("BicepCompiler"), arguments) { WorkingDirectory = Folder };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MODERATION_", StringComparison.Ordinal) || k.StartsWith("AZURE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    public void Dispose() => Directory.Delete(copy, recursive: true);

    private static string Metadata(string key) =>
        typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value
        ?? throw new InvalidOperationException($"The build gave no {key}.");
}
