using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Moderation.LocalHost.Storage;

/// <summary>
/// A tool from npm, installed once for each lock file with <c>npm ci</c>, under a lock that several processes share.
/// No root is needed and nothing outside the folder is touched.
/// </summary>
public static class NpmPackage
{
    private static readonly TimeSpan LockWait = TimeSpan.FromMinutes(5);

    /// <param name="source">Folder with <c>package.json</c> and <c>package-lock.json</c>.</param>
    /// <param name="tools">Folder that holds installed tools, one subfolder a lock file.</param>
    /// <returns>The folder that holds <c>node_modules</c>.</returns>
    /// <exception cref="LocalException">Node or npm is missing, or the installation failed.</exception>
    public static async Task<string> InstallAsync(string source, string tools, Action<string> say, CancellationToken cancellationToken)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"), cancellationToken);
        var target = Path.Combine(tools, $"{Path.GetFileName(source)}-{Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16]}");
        var stamp = Path.Combine(target, "installed");
        if (File.Exists(stamp))
            return target;

        Directory.CreateDirectory(tools);
        using var held = await LockAsync(Path.Combine(tools, Path.GetFileName(source) + ".lock"), cancellationToken);
        if (File.Exists(stamp))
            return target;

        say($"Installing {Path.GetFileName(source)} from npm, once …");
        Directory.CreateDirectory(target);
        foreach (var name in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(source, name), Path.Combine(target, name), overwrite: true);
        await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], target, cancellationToken);
        await File.WriteAllTextAsync(stamp, "", cancellationToken);
        return target;
    }

    private static async Task RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? program + ".cmd" : program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start) ?? throw new LocalException("npm did not start.");
        }
        catch (Win32Exception e)
        {
            throw new LocalException("Node.js 20 or newer with npm is needed and was not found. Install it from your package manager, then run this again.", e);
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            _ = await output;
            if (process.ExitCode != 0)
                throw new LocalException($"npm could not install what is needed (exit code {process.ExitCode}). Is the npm registry reachable? npm says: {LastLine(await errors)}");
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "nothing";

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LockWait)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
