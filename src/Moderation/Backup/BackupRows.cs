using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Moderation.Backup;

/// <summary>
/// Table rows as lines of JSON: <c>{"p":"partition","r":"row","c":{"Name":["s","text"]}}</c>. Each value stands with a letter for its type,
/// because JSON has fewer types than a table: s text, b binary (base 64), t true or false, d moment (UTC), f double, g GUID, i 32 and l 64 bits.
/// </summary>
internal static class BackupRows
{
    private static readonly byte[] EndOfLine = "\n"u8.ToArray();

    public static void Write(Stream stream, TableEntity row)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Storage.Json.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("p", row.PartitionKey);
            json.WriteString("r", row.RowKey);
            json.WriteStartObject("c");
            foreach (var (name, value) in row)
            {
                if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" || name.StartsWith("odata.", StringComparison.Ordinal))
                    continue;
                json.WriteStartArray(name);
                WriteValue(json, name, value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.Write(EndOfLine);
    }

    /// <exception cref="JsonException">The line is not a row.</exception>
    public static TableEntity Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        try
        {
            var row = new TableEntity(json.RootElement.GetProperty("p").GetString(), json.RootElement.GetProperty("r").GetString());
            foreach (var column in json.RootElement.GetProperty("c").EnumerateObject())
                row[column.Name] = ReadValue(column.Value[0].GetString(), column.Value[1]);
            return row;
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("A line of the backup is not a row.", e);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue("s");
                json.WriteStringValue(text);
                break;
            case byte[] binary:
                json.WriteStringValue("b");
                json.WriteBase64StringValue(binary);
                break;
            case BinaryData binary:
                json.WriteStringValue("b");
                json.WriteBase64StringValue(binary.ToMemory().Span);
                break;
            case bool flag:
                json.WriteStringValue("t");
                json.WriteBooleanValue(flag);
                break;
            case DateTimeOffset moment:
                json.WriteStringValue("d");
                json.WriteStringValue(moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteStringValue("f");
                json.WriteStringValue(number.ToString("R", CultureInfo.InvariantCulture)); // NaN and infinity are no JSON numbers
                break;
            case Guid guid:
                json.WriteStringValue("g");
                json.WriteStringValue(guid);
                break;
            case int number:
                json.WriteStringValue("i");
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteStringValue("l");
                json.WriteNumberValue(number);
                break;
            default:
                throw new NotSupportedException($"Column {name} has a type that a backup cannot hold: {value.GetType().Name}.");
        }
    }

    private static object ReadValue(string? type, JsonElement value) => type switch
    {
        "s" => value.GetString() ?? "",
        "b" => value.GetBytesFromBase64(),
        "t" => value.GetBoolean(),
        "d" => value.GetDateTimeOffset(),
        "f" => double.Parse(value.GetString() ?? "", CultureInfo.InvariantCulture),
        "g" => value.GetGuid(),
        "i" => value.GetInt32(),
        "l" => value.GetInt64(),
        _ => throw new FormatException("A value has a type that this version does not know."),
    };
}
