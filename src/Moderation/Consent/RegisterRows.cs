using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Moderation.Consent;

/// <summary>Row keys and contents of a person's partition.</summary>
internal static class RegisterRows
{
    public const string Json = "Json";
    public const string PersonKey = "person";

    /// <summary>State row of the person's audit chain.</summary>
    public const string ChainKey = "chain";

    /// <summary>First key after the audit events, which is before the answers.</summary>
    public const string FirstAfterEvents = "a.";

    /// <summary>Filter that leaves the audit chain's events and payloads out.</summary>
    public const string WithoutHistory = "((RowKey ge 'a.' and RowKey lt 'b-') or RowKey ge 'c')";

    private const string AnswerPrefix = "answer-";
    private const string GuardianshipPrefix = "guardian-";

    /// <summary>Characters in one string property: 64 KiB of UTF-16.</summary>
    private const int PropertyLimit = 32 * 1024;

    // What is computed from the rest is not stored.
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public enum Kind
    {
        Other,
        Person,
        Guardianship,
        Answer,
    }

    public static Kind KindOf(string rowKey) => rowKey switch
    {
        PersonKey => Kind.Person,
        _ when rowKey.StartsWith(AnswerPrefix, StringComparison.Ordinal) => Kind.Answer,
        _ when rowKey.StartsWith(GuardianshipPrefix, StringComparison.Ordinal) => Kind.Guardianship,
        _ => Kind.Other,
    };

    /// <summary>In the order of giving; the same answer has the same key.</summary>
    public static string AnswerKey(ConsentRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{AnswerPrefix}{record.GivenAt.UtcTicks:D19}-{record.Id}");

    public static string GuardianshipKey(Guardianship guardianship) =>
        string.Create(CultureInfo.InvariantCulture, $"{GuardianshipPrefix}{guardianship.Guardian}-{guardianship.From:yyyyMMdd}-{guardianship.Until:yyyyMMdd}");

    public static string TraceKey(string importId) => "import-" + importId;

    /// <summary>True when both would be stored as the same text.</summary>
    public static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one, Format) == JsonSerializer.Serialize(other, Format);

    public static TableEntity Row<T>(string partition, string key, T value)
    {
        var json = JsonSerializer.Serialize(value, Format);
        return json.Length <= PropertyLimit
            ? new TableEntity(partition, key) { [Json] = json }
            : throw new InvalidOperationException("What is known about one person does not fit in one row; shorten the lists of names.");
    }

    /// <exception cref="JsonException">The row cannot be read. The register is then not available, which stops publishing (I10).</exception>
    public static T Read<T>(string? json) =>
        JsonSerializer.Deserialize<T>(json ?? "null", Format) ?? throw new JsonException("A row of the register is empty.");
}
