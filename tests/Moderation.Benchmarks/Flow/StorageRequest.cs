using System.Diagnostics;
using Azure.Core;

namespace Moderation.Benchmarks.Flow;

internal enum RequestKind
{
    TableRead,
    TableQuery,
    TableWrite,
    TableBatch,
    TableDelete,
    QueueSend,
    QueueReceive,

    /// <summary>A receive that found nothing: the price of listening, not of a post.</summary>
    EmptyPoll,
    QueueSettle,
    QueueUpdate,
    Blob,
}

/// <summary>What is counted of one request.</summary>
/// <param name="Stage"><c>intake</c>, or the queue whose message was being delivered or handled, or the timer.</param>
/// <param name="Resource">Table, queue or container; empty for a batch, whose table stands in its body.</param>
internal sealed record StorageRequest(string Stage, RequestKind Kind, string Resource)
{
    private const string Outside = "other";

    public static StorageRequest Of(HttpMessage message)
    {
        var (kind, resource) = Classify(message);
        return new StorageRequest(StageOf(kind, resource), kind, resource);
    }

    private static (RequestKind Kind, string Resource) Classify(HttpMessage message)
    {
        var method = message.Request.Method;
        var uri = message.Request.Uri.ToUri();
        // Azurite's paths start with the account: /devstoreaccount1/drafts(PartitionKey='…',RowKey='…'), …/$batch, …/screening/messages/…
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length > 1 ? parts[1] : "";
        if (name == "$batch")
            return (RequestKind.TableBatch, "");
        if (name.IndexOf('(', StringComparison.Ordinal) is var keys && keys > 0)
        {
            var hasKeys = name[keys..].Contains("RowKey", StringComparison.Ordinal);
            return (method == RequestMethod.Get ? (hasKeys ? RequestKind.TableRead : RequestKind.TableQuery) : method == RequestMethod.Delete ? RequestKind.TableDelete : RequestKind.TableWrite, name[..keys]);
        }

        if (parts.Length > 2 && parts[2] == "messages")
        {
            return (method.Method switch
            {
                "POST" => RequestKind.QueueSend,
                "GET" => HasMessages(message) ? RequestKind.QueueReceive : RequestKind.EmptyPoll,
                "DELETE" => RequestKind.QueueSettle,
                _ => RequestKind.QueueUpdate,
            }, name);
        }

        return method == RequestMethod.Post ? (RequestKind.TableWrite, name) : (RequestKind.Blob, name);
    }

    private static bool HasMessages(HttpMessage message) =>
        message.HasResponse && message.Response.ContentStream is MemoryStream && message.Response.Content.ToMemory().Span.IndexOf("<QueueMessage>"u8) >= 0;

    /// <summary>The pipeline names an activity after the queue or timer; what the pump does around it is told by the queue.</summary>
    private static string StageOf(RequestKind kind, string resource)
    {
        for (var activity = Activity.Current; activity is not null; activity = activity.Parent)
        {
            if (activity.Source.Name is StageClock.Intake or StageClock.Pipeline)
                return activity.OperationName;
        }

        return kind is RequestKind.QueueReceive or RequestKind.EmptyPoll or RequestKind.QueueSettle or RequestKind.QueueUpdate ? resource : Outside;
    }
}
