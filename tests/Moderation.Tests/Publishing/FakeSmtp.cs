using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Moderation.Tests.Publishing;

/// <summary>An SMTP server on a free port: takes messages, and plays what a test tells it to at a command.</summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public FakeSmtp()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Messages that were taken, as receivers would get them.</summary>
    public ConcurrentQueue<(string To, MimeMessage Message)> Taken { get; } = new();

    /// <summary>Asked at each command with its text and the recipient so far; an answer other than null replaces the usual one, an empty one cuts the connection.</summary>
    public Func<string, string, string?> Play { get; set; } = (_, _) => null;

    /// <summary>Like <see cref="Play"/>, but after the message was taken.</summary>
    public Func<string, string?> PlayAfter { get; set; } = _ => null;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            _ = Task.Run(() => TalkAsync(client));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 smtp.example");
            var to = "";
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                    to = line[9..line.IndexOf('>', StringComparison.Ordinal)];
                var answer = Play(line, to);
                if (answer is "")
                    return;
                if (answer is null && line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    var bytes = new StringBuilder();
                    while (await reader.ReadLineAsync(stop.Token) is { } data && data != ".")
                        bytes.Append(data.StartsWith('.') ? data[1..] : data).Append("\r\n");
                    if (Play("END", to) is { } refusal)
                    {
                        if (refusal.Length == 0)
                            return;
                        await writer.WriteLineAsync(refusal);
                        continue;
                    }

                    Taken.Enqueue((to, MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(bytes.ToString())))));
                    answer = PlayAfter(to) ?? "250 taken";
                    if (answer.Length == 0)
                        return;
                }

                await writer.WriteLineAsync(answer ?? (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250 SMTPUTF8" : line == "QUIT" ? "221 bye" : "250 ok"));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The caller hung up, or the test is over.
        }
    }
}
