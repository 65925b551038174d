using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Moderation.Benchmarks.Flow;

/// <summary>Counts every storage request of the system, retries included, and can write down what one post asks for.</summary>
internal sealed class RequestLog : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<StorageRequest, int> counts = new();
    private volatile List<RecordedRequest>? recording;

    public IReadOnlyDictionary<StorageRequest, int> Counts => counts.ToDictionary();

    public void StartRecording() => recording = [];

    /// <summary>All requests since <see cref="StartRecording"/> but empty polls, in the order in which they were answered.</summary>
    public IReadOnlyList<RecordedRequest> StopRecording()
    {
        var recorded = recording ?? [];
        recording = null;
        lock (recorded)
            return [.. recorded];
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var body = recording is null ? "" : await BodyOfAsync(message.Request);
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            var request = StorageRequest.Of(message);
            counts.AddOrUpdate(request, 1, static (_, count) => count + 1);
            if (recording is { } list && request.Kind != RequestKind.EmptyPoll)
            {
                lock (list)
                    list.Add(new RecordedRequest(request, message.Request.Method.Method, message.Request.Uri.ToUri(), body));
            }
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Nothing here is synchronous.");

    private static async Task<string> BodyOfAsync(Request request)
    {
        if (request.Content is not { } content)
            return "";
        using var copy = new MemoryStream();
        await content.WriteToAsync(copy, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(copy.ToArray());
    }
}

/// <summary>One request as it was sent.</summary>
internal sealed record RecordedRequest(StorageRequest Request, string Method, Uri Uri, string Body);
