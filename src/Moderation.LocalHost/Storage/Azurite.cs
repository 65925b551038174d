using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Moderation.LocalHost.Storage;

/// <summary>
/// Azurite, started on free loopback ports and stopped with whoever started it. Data stay in a folder that is held
/// exclusively, or in memory.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>Azurite's published development account; not a secret.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(20);

    /// <summary>Azurite writes its tables to disk every five seconds and when it is asked to stop. The end of standard input is how it is asked, on every system.</summary>
    private const string StopAtEndOfInput = "data:text/javascript,process.stdin.once('end',()=>process.emit('SIGTERM')).resume()";

    private readonly Process process;
    private readonly Task closed;
    private readonly FileStream? folderLock;

    private Azurite(Process process, Task closed, FileStream? folderLock, string connectionString)
    {
        this.process = process;
        this.closed = closed;
        this.folderLock = folderLock;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <param name="dataFolder">Where data are kept, or null for memory only.</param>
    /// <param name="toolsFolder">Where npm tools are installed.</param>
    /// <exception cref="LocalException">It cannot start; the message says why.</exception>
    public static async Task<Azurite> StartAsync(string? dataFolder, string toolsFolder, Action<string> say, CancellationToken cancellationToken)
    {
        var folderLock = dataFolder is null ? null : Hold(dataFolder);
        try
        {
            var installed = await NpmPackage.InstallAsync(Path.Combine(AppContext.BaseDirectory, "azurite"), toolsFolder, say, cancellationToken);
            for (var attempt = 1; ; attempt++)
            {
                var ports = FreePorts(3);
                var (process, closed) = Start(installed, dataFolder, ports);
                if (await AnswersAsync(process, ports, cancellationToken))
                    return new Azurite(process, closed, folderLock, ConnectionStringFor(ports));
                Kill(process);
                if (attempt == 3)
                    throw new LocalException("Azurite did not start. Run it by hand with the command in docs/contributing.md to see why.");
            }
        }
        catch
        {
            folderLock?.Dispose();
            throw;
        }
    }

    /// <summary>Stops it; what is kept in a folder is on disk when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        if (folderLock is not null && !process.HasExited)
        {
            process.StandardInput.Close();
            // It does not end by itself after closing its services; one that hangs is not waited for.
            await Task.WhenAny(closed, process.WaitForExitAsync(), Task.Delay(StopWithin));
        }

        Kill(process);
        await process.WaitForExitAsync();
        process.Dispose();
        folderLock?.Dispose();
    }

    private static (Process Process, Task Closed) Start(string installed, string? dataFolder, int[] ports)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = installed };
        List<string> arguments =
        [
            "--import", StopAtEndOfInput, Path.Combine("node_modules", "azurite", "dist", "src", "azurite.js"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
            .. dataFolder is null ? ["--inMemoryPersistence"] : (string[])["--location", Path.GetFullPath(dataFolder)],
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start) ?? throw new LocalException("Node.js did not start.");
            var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var open = ports.Length;
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data?.Contains("successfully closed", StringComparison.Ordinal) == true && Interlocked.Decrement(ref open) == 0)
                    closed.TrySetResult();
            };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(process);
            return (process, closed.Task);
        }
        catch (Win32Exception e)
        {
            throw new LocalException("Node.js 20 or newer is needed and was not found. Install it from your package manager, then run this again.", e);
        }
    }

    private static FileStream Hold(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        try
        {
            return new FileStream(Path.Combine(dataFolder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalException($"The folder {dataFolder} is in use by another local host. Stop that one, or give this one another folder with --data FOLDER.", e);
        }
    }

    private static async Task<bool> AnswersAsync(Process process, int[] ports, CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        foreach (var port in ports)
        {
            while (true)
            {
                if (process.HasExited || waited.Elapsed > StartWithin)
                    return false;
                try
                {
                    using var client = new TcpClient();
                    await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                    break;
                }
                catch (SocketException)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
                }
            }
        }

        return true;
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    private static string ConnectionStringFor(int[] ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};";

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill.
        }
    }
}
