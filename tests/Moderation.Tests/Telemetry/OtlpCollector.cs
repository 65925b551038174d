using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Telemetry;

/// <summary>Takes OTLP over gRPC as a collector does and keeps the bytes: everything that left the process, whatever signal it was.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Bytes)> taken;
    private readonly ScriptedServer server;

    private OtlpCollector(ScriptedServer server, ConcurrentQueue<(string, byte[])> taken)
    {
        this.server = server;
        this.taken = taken;
    }

    public Uri Address => server.Address;

    /// <summary><c>traces</c>, <c>metrics</c> and <c>logs</c>.</summary>
    public IEnumerable<string> Signals => taken.Select(t => t.Signal).Distinct();

    /// <summary>All that came in. Texts stand in the messages as UTF-8; what lies between them may read as anything.</summary>
    public string Text => string.Join('\n', taken.Select(t => Encoding.UTF8.GetString(t.Bytes)));

    public static async Task<OtlpCollector> StartAsync()
    {
        var taken = new ConcurrentQueue<(string, byte[])>();
        var server = await ScriptedServer.StartAsync(
            async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                // "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
                taken.Enqueue((context.Request.Path.Value?.Split('.')[3] ?? "", body.ToArray()));
                context.Response.ContentType = "application/grpc";
                context.Response.DeclareTrailer("grpc-status");
                await context.Response.Body.WriteAsync(new byte[5]); // an empty answer, uncompressed
                context.Response.AppendTrailer("grpc-status", "0");
            },
            HttpProtocols.Http2);
        return new OtlpCollector(server, taken);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
