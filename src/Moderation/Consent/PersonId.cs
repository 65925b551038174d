using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>A person's id in the school's own register, e.g. <c>p-000123</c>: 1–64 letters, digits, dot, dash or underscore. Says nothing about the person.</summary>
[JsonConverter(typeof(PersonIdJsonConverter))]
public readonly record struct PersonId
{
    private readonly string? value;

    private PersonId(string value) => this.value = value;

    public static bool TryParse(string? text, out PersonId id)
    {
        var valid = text is { Length: > 0 and <= 64 }
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
        id = valid ? new PersonId(text!) : default; // valid implies not null
        return valid;
    }

    /// <exception cref="FormatException">The text is not a person id.</exception>
    public static PersonId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A person id is 1-64 letters, digits, dots, dashes or underscores.");

    public override string ToString() => value ?? "";
}

internal sealed class PersonIdJsonConverter : JsonConverter<PersonId>
{
    public override PersonId Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) =>
        PersonId.TryParse(reader.GetString(), out var id) ? id : throw new System.Text.Json.JsonException("Not a person id.");

    public override void Write(System.Text.Json.Utf8JsonWriter writer, PersonId value, System.Text.Json.JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
