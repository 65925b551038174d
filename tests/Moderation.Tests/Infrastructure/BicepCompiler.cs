using System.Diagnostics;
using System.Reflection;

namespace Moderation.Tests.Infrastructure;

/// <summary>The Bicep compiler that restore brought in, working on a copy of <c>infra/</c> so that the tree stays clean.</summary>
internal sealed class BicepCompiler : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private BicepCompiler(string folder) => Folder = folder;

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
            var target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file in a folder
            File.Copy(file, target);
        }

        return new BicepCompiler(copy);
    }

    /// <param name="arguments">As on the command line; paths are relative to <see cref="Folder"/>.</param>
    /// <param name="environment">What the parameter files read. Nothing else of theirs is set.</param>
    public async Task<Answer> RunAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Metadata("BicepCompiler"), arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MODERATION_", StringComparison.Ordinal) || k.StartsWith("AZURE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start) ?? throw new InvalidOperationException("The Bicep compiler did not start.");
        using var patience = new CancellationTokenSource(Longest);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new Answer(process.ExitCode, await output, await errors);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Metadata(string key) =>
        typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value
        ?? throw new InvalidOperationException($"The build gave no {key}.");

    internal sealed record Answer(int ExitCode, string Output, string Errors);
}
