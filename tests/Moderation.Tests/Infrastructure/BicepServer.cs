using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Moderation.Tests.Infrastructure;

/// <summary>
/// The compiler as one process that answers one question after another (<c>bicep jsonrpc</c>): starting it takes
/// seconds, answering a fraction of one. Messages are framed as in the Language Server Protocol.
/// </summary>
internal sealed class BicepServer : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly SemaphoreSlim turn = new(1);
    private int asked;

    public BicepServer(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        process = Process.Start(start) ?? throw new InvalidOperationException("The Bicep compiler did not start.");
    }

    /// <exception cref="BicepRefusal">The compiler answered with an error.</exception>
    public async Task<JsonElement> AskAsync(string method, object question)
    {
        using var patience = new CancellationTokenSource(Longest);
        await turn.WaitAsync(patience.Token);
        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = ++asked, method, @params = new[] { question } });
            var input = process.StandardInput.BaseStream;
            await input.WriteAsync(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), patience.Token);
            await input.WriteAsync(body, patience.Token);
            await input.FlushAsync(patience.Token);

            using var answer = JsonDocument.Parse(await ReadAsync(process.StandardOutput.BaseStream, patience.Token));
            return answer.RootElement.TryGetProperty("error", out var error)
                ? throw new BicepRefusal(error.GetProperty("message").ToString())
                : answer.RootElement.GetProperty("result").Clone();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        turn.Dispose();
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        var length = 0;
        while (await ReadLineAsync(output, cancellationToken) is { Length: > 0 } header)
            if (header.Split(':', 2) is [var name, var value] && name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(value, CultureInfo.InvariantCulture);
        var body = new byte[length];
        await output.ReadExactlyAsync(body, cancellationToken);
        return body;
    }

    private static async Task<string> ReadLineAsync(Stream output, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (!line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            await output.ReadExactlyAsync(one, cancellationToken);
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd();
    }
}

/// <summary>What the compiler said when it would not.</summary>
internal sealed class BicepRefusal(string message) : Exception(message);
