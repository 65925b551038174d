using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Azure.Data.Tables;
using Microsoft.AspNetCore.WebUtilities;

namespace Moderation.Benchmarks.Flow;

/// <summary>The requests of one post, read back from what was sent, so that the floor follows whatever the pipeline does.</summary>
/// <param name="Draft">Its id, to be replaced by another everywhere.</param>
internal sealed partial record RecordedPost(string Draft, IReadOnlyList<ReplayStep> Steps)
{
    public static RecordedPost From(string draft, IReadOnlyList<RecordedRequest> requests) => new(draft, [.. requests.Select(StepOf)]);

    private static ReplayStep StepOf(RecordedRequest request)
    {
        var resource = request.Request.Resource;
        switch (request.Request.Kind)
        {
            case RequestKind.TableRead:
                var read = KeysOf(request.Uri);
                return new ReplayStep.Read(resource, read.Partition, read.Row);
            case RequestKind.TableDelete:
                var delete = KeysOf(request.Uri);
                return new ReplayStep.Delete(resource, delete.Partition, delete.Row);
            case RequestKind.TableQuery:
                return new ReplayStep.Query(resource, QueryHelpers.ParseQuery(request.Uri.Query)["$filter"].ToString());
            case RequestKind.TableWrite:
                return new ReplayStep.Write(resource, RowOf(request.Body));
            case RequestKind.TableBatch:
                return BatchOf(request.Body);
            case RequestKind.QueueSend:
                return new ReplayStep.Send(resource, XDocument.Parse(request.Body.TrimStart('\uFEFF')).Descendants("MessageText").Single().Value);
            case RequestKind.QueueReceive:
                return new ReplayStep.Receive(resource);
            case RequestKind.QueueSettle:
                return new ReplayStep.Settle(resource);
            default:
                throw new NotSupportedException($"A clean text post has not asked for {request.Request.Kind} before: teach the floor to replay it.");
        }
    }

    /// <summary>A batch is multipart: for each row a request line, headers, and the row as one line of JSON.</summary>
    private static ReplayStep.Batch BatchOf(string body)
    {
        var table = "";
        var method = "";
        var matches = false;
        var rows = new List<ReplayRow>();
        foreach (var line in body.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (RequestLine().Match(line) is { Success: true } request)
            {
                method = request.Groups["method"].Value;
                table = request.Groups["table"].Value;
                matches = false;
            }
            else if (line.StartsWith("If-Match:", StringComparison.OrdinalIgnoreCase))
            {
                matches = true;
            }
            else if (line.StartsWith('{'))
            {
                var type = method switch
                {
                    "POST" => TableTransactionActionType.Add,
                    "PUT" => matches ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.UpsertReplace,
                    _ => throw new NotSupportedException($"A batch has not held a {method} before: teach the floor to replay it."),
                };
                rows.Add(new ReplayRow(type, RowOf(line), matches));
            }
        }

        return new ReplayStep.Batch(table, rows);
    }

    private static TableEntity RowOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var properties = document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal);
        var row = new TableEntity();
        foreach (var (name, value) in properties.Where(p => !p.Key.Contains('@', StringComparison.Ordinal)))
            row[name] = ValueOf(value, properties.GetValueOrDefault(name + "@odata.type"));
        return row;
    }

    private static object ValueOf(JsonElement value, JsonElement type) => (value.ValueKind, type.ValueKind == JsonValueKind.String ? type.GetString() : null) switch
    {
        (JsonValueKind.String, "Edm.DateTime") => DateTimeOffset.Parse(value.GetString() ?? "", CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Int64") => long.Parse(value.GetString() ?? "", CultureInfo.InvariantCulture),
        (JsonValueKind.String, "Edm.Binary") => value.GetBytesFromBase64(),
        (JsonValueKind.String, _) => value.GetString() ?? "",
        (JsonValueKind.Number, _) => value.GetInt32(),
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        _ => throw new NotSupportedException($"A row has not held {type} before: teach the floor to replay it."),
    };

    private static (string Partition, string Row) KeysOf(Uri uri)
    {
        var keys = Keys().Match(Uri.UnescapeDataString(uri.AbsolutePath));
        return (keys.Groups["partition"].Value, keys.Groups["row"].Value);
    }

    [GeneratedRegex(@"PartitionKey='(?<partition>[^']*)',\s*RowKey='(?<row>[^']*)'")]
    private static partial Regex Keys();

    [GeneratedRegex(@"^(?<method>[A-Z]+) https?://[^/]+/[^/]+/(?<table>[A-Za-z0-9]+)\S* HTTP/1\.1$")]
    private static partial Regex RequestLine();
}
