using System.Text.Json;
using System.Text.Json.Serialization;
using Moderation.Consent;

namespace Moderation.Drafts;

/// <summary>
/// A draft as it comes in: the API's body, the message on queue <c>drafts</c>, and one line of <c>check</c>.
/// People are given by id, by student number or by full name; media by the id of an upload.
/// </summary>
public sealed record Submission
{
    /// <summary>The sender's own name for this draft: handing in the same one twice is handing in once. At most 200 characters.</summary>
    public string? ClientReference { get; init; }

    /// <summary>Who writes it; only on the queue, where nobody is signed in.</summary>
    public Author? Submitter { get; init; }

    public string? Text { get; init; }

    /// <summary>By channel code: the text of that channel alone.</summary>
    public IReadOnlyDictionary<string, string>? Variants { get; init; }

    /// <summary>Publish where consent allows it, and leave out the channels where it does not.</summary>
    public bool WhereAllowed { get; init; }

    public string? Title { get; init; }

    /// <summary>Channel codes.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>A code of <see cref="PostPurpose"/>.</summary>
    public string? Purpose { get; init; }

    public PostKind Kind { get; init; }

    public string? Byline { get; init; }

    public bool PersonalTitle { get; init; }

    public bool Doubt { get; init; }

    public string? Source { get; init; }

    public string? FollowUpOwner { get; init; }

    public IReadOnlyList<SubmittedPerson>? People { get; init; }

    public IReadOnlyList<SubmittedMedia>? Media { get; init; }

    public IReadOnlyList<Declaration>? Declarations { get; init; }

    /// <summary>Wall time in Europe/Amsterdam, e.g. <c>2026-12-01T09:00</c>; left out means as soon as it may.</summary>
    public string? PlannedAt { get; init; }
}

/// <summary>A person by reference, alone as text or with the form in which they appear.</summary>
[JsonConverter(typeof(SubmittedPersonConverter))]
public sealed record SubmittedPerson(string Person, MediaKind Kind);

/// <summary>One file of a submission.</summary>
public sealed record SubmittedMedia
{
    /// <summary>Id of a ready upload.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Alternative text; an empty text says that the picture is only decoration.</summary>
    public string? Alt { get; init; }

    public string? Caption { get; init; }

    public MediaKind Kind { get; init; } = MediaKind.Photo;

    public int? Recognisable { get; init; }

    public IReadOnlyList<string>? People { get; init; }

    public string? Maker { get; init; }

    public bool MadeByPupil { get; init; }

    public RightsBasis Rights { get; init; } = RightsBasis.OwnWork;

    public string? Situation { get; init; }

    public DateTime? TakenAt { get; init; }

    public bool IsLogo { get; init; }

    public bool Captioned { get; init; }
}

internal sealed class SubmittedPersonConverter : JsonConverter<SubmittedPerson>
{
    public override SubmittedPerson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new SubmittedPerson(reader.GetString() ?? "", MediaKind.Name);
        using var document = JsonDocument.ParseValue(ref reader);
        var person = document.RootElement;
        if (person.ValueKind != JsonValueKind.Object || !person.TryGetProperty("person", out var reference) || reference.ValueKind != JsonValueKind.String)
            throw new JsonException("A person is a text, or an object with person and kind.");
        var kind = person.TryGetProperty("kind", out var given) ? given.Deserialize<MediaKind>(options) : MediaKind.Name;
        return new SubmittedPerson(reference.GetString() ?? "", kind);
    }

    public override void Write(Utf8JsonWriter writer, SubmittedPerson value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("person", value.Person);
        writer.WritePropertyName("kind");
        JsonSerializer.Serialize(writer, value.Kind, options);
        writer.WriteEndObject();
    }
}
