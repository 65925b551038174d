using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Moderation.Audit;
using Moderation.Consent.Import;
using Moderation.Storage;

namespace Moderation.Consent;

/// <summary>Row keys and contents of a person's partition.</summary>
internal static class RegisterRows
{
    /// <summary>The facts about a person, and where the person's audit chain stands.</summary>
    public const string StateKey = "state";

    /// <summary>Filter that leaves the audit chain's events and payloads out.</summary>
    public const string WithoutHistory = $"RowKey ge '{AuditRows.FirstAfterChain}'";

    private const string Json = "Json";
    private const string GivenPrefix = "given-";
    private const string ImportPrefix = "import-";

    // What is computed from the rest is not stored.
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static bool HoldsAnswers(string rowKey) =>
        rowKey.StartsWith(GivenPrefix, StringComparison.Ordinal) || rowKey.StartsWith(ImportPrefix, StringComparison.Ordinal);

    /// <summary>In the order of giving; the same answers have the same key.</summary>
    /// <param name="ids">Ids of the answers.</param>
    public static string GivenKey(IEnumerable<ConsentRecord> records, IEnumerable<string> ids) => string.Create(
        CultureInfo.InvariantCulture,
        $"{GivenPrefix}{records.Min(static r => r.GivenAt.UtcTicks):D19}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', ids))).AsSpan(0, 16))}");

    public static string ImportKey(string importId) => ImportPrefix + importId;

    /// <summary>True when both would be stored as the same text.</summary>
    public static bool Same<T>(T one, T other) => JsonSerializer.Serialize(one, Format) == JsonSerializer.Serialize(other, Format);

    public static TableEntity Row<T>(string partition, string key, T value)
    {
        var row = new TableEntity(partition, key);
        Chunks.Write(row, Json, JsonSerializer.Serialize(value, Format));
        return row;
    }

    /// <inheritdoc cref="Read{T}(string?)"/>
    public static T Read<T>(TableEntity row) => Read<T>(Chunks.Read(row, Json));

    /// <exception cref="JsonException">The row cannot be read. The register is then not available, which stops publishing (I10).</exception>
    public static T Read<T>(string? json) =>
        JsonSerializer.Deserialize<T>(json ?? "null", Format) ?? throw new JsonException("A row of the register is empty.");
}
