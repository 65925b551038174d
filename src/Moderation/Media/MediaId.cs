using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Media;

/// <summary>Id of an upload: 128 random bits as 32 lower-case hex digits. Nobody can guess one.</summary>
[JsonConverter(typeof(MediaIdJsonConverter))]
public readonly record struct MediaId
{
    private readonly string? value;

    private MediaId(string value) => this.value = value;

    public static MediaId New() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    public static bool TryParse(string? text, out MediaId id)
    {
        var valid = text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new MediaId(text!) : default; // valid implies not null
        return valid;
    }

    public override string ToString() => value ?? "";
}

internal sealed class MediaIdJsonConverter : JsonConverter<MediaId>
{
    public override MediaId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MediaId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a media id.");

    public override void Write(Utf8JsonWriter writer, MediaId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
