using Azure.Core;
using Azure.Core.Pipeline;

namespace Moderation.Tests.Infrastructure;

/// <summary>How one request is broken.</summary>
public enum FaultKind
{
    /// <summary>The request never reaches the server.</summary>
    FailsBefore,

    /// <summary>It took effect, but the answer is lost and the caller sees an error.</summary>
    AnswerLost,

    /// <summary>It took effect, the answer is lost, and the client library sends it again.</summary>
    AnswerLostAndSentAgain,

    /// <summary>The process dies just before sending it.</summary>
    KilledBefore,

    /// <summary>The process dies just after it took effect.</summary>
    KilledAfter,
}

/// <summary>Counts the requests of one process, storage and wall alike, and breaks one of them.</summary>
public sealed class Fault(int? at, FaultKind kind)
{
    private int count;
    private int struck;

    public static Fault None() => new(null, default);

    /// <summary>Requests seen so far.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>The process has died: nothing it does reaches anything any more.</summary>
    public bool Dead { get; private set; }

    /// <summary>What was asked, in order: method and path, for whoever reads a failing test.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Nothing is counted or broken while false: the harness looking around.</summary>
    public bool Active { get; set; } = true;

    public FaultKind? Next(string request)
    {
        if (Dead)
            throw new ProcessDiedException();
        if (!Active)
            return null;
        lock (Requests)
            Requests.Add(request);
        return Interlocked.Increment(ref count) - 1 == at && Interlocked.Exchange(ref struck, 1) == 0 ? kind : null;
    }

    public void Before(FaultKind? fault)
    {
        switch (fault)
        {
            case FaultKind.FailsBefore:
                throw new BrokenRequestException();
            case FaultKind.KilledBefore:
                Dead = true;
                throw new ProcessDiedException();
            default:
                return;
        }
    }

    public void After(FaultKind? fault)
    {
        switch (fault)
        {
            case FaultKind.AnswerLost:
                throw new BrokenRequestException();
            case FaultKind.AnswerLostAndSentAgain:
                throw new IOException("The connection was cut.");
            case FaultKind.KilledAfter:
                Dead = true;
                throw new ProcessDiedException();
            default:
                return;
        }
    }
}

/// <summary>A request broke and the client library gave up.</summary>
public sealed class BrokenRequestException() : Exception("A broken request.");

/// <summary>The process is dead.</summary>
public sealed class ProcessDiedException() : Exception("The process died.");

/// <summary>Breaks storage requests inside the Azure SDK's own pipeline.</summary>
public sealed class FaultPolicy(Fault fault) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var kind = fault.Next($"{message.Request.Method} {message.Request.Uri.ToUri().AbsolutePath}");
        fault.Before(kind);
        await ProcessNextAsync(message, pipeline);
        fault.After(kind);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Nothing here is synchronous.");
}

/// <summary>Breaks calls to the wall. A call whose answer is lost fails as a cut connection does.</summary>
public sealed class FaultHandler(Fault fault) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var kind = fault.Next($"{request.Method} {request.RequestUri?.AbsolutePath}");
        if (kind == FaultKind.FailsBefore)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused.");
        fault.Before(kind);
        var response = await base.SendAsync(request, cancellationToken);
        if (kind is FaultKind.AnswerLost or FaultKind.AnswerLostAndSentAgain)
        {
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        }

        fault.After(kind);
        return response;
    }
}
