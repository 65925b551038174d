using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Drafts;

/// <summary>A draft's id: 32 lower-case hex digits. The same submission gives the same id, so handing in twice is handing in once.</summary>
[JsonConverter(typeof(DraftIdJsonConverter))]
public readonly record struct DraftId
{
    private readonly string? value;

    private DraftId(string value) => this.value = value;

    /// <summary>Hash of entrance, submitter and the client's own reference.</summary>
    public static DraftId For(string entrance, string submitter, string clientReference)
    {
        // Lengths keep ("ab","c") and ("a","bc") apart.
        var key = $"{entrance.Length}:{entrance}{submitter.Length}:{submitter}{clientReference.Length}:{clientReference}";
        return new DraftId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)));
    }

    public static bool TryParse(string? text, out DraftId id)
    {
        var valid = text is { Length: 32 } && text.All(static c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
        id = valid ? new DraftId(text!) : default; // valid implies not null
        return valid;
    }

    /// <exception cref="FormatException">The text is not a draft id.</exception>
    public static DraftId Parse(string? text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A draft id is 32 lower-case hex digits.");

    public override string ToString() => value ?? "";
}

internal sealed class DraftIdJsonConverter : JsonConverter<DraftId>
{
    public override DraftId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DraftId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a draft id.");

    public override void Write(Utf8JsonWriter writer, DraftId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
