using System.Text.Json;
using System.Text.RegularExpressions;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>Reads a submission from JSON and says in plain words what is wrong with it.</summary>
public static partial class SubmissionReader
{
    /// <returns>The submission, or what is wrong; never both.</returns>
    public static (Submission? Submission, FieldError? Error) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Submission>(json, Json.Options) is { } submission
                ? (submission, null)
                : (null, new FieldError("", new("Er is geen bericht meegestuurd.", "No post was sent.")));
        }
        catch (JsonException e)
        {
            return (null, Explain(e));
        }
    }

    /// <summary>The exception's own text may repeat what was written, so only its place is used.</summary>
    private static FieldError Explain(JsonException e)
    {
        var field = PathStart().Replace(e.Path ?? "", "");
        var place = e.LineNumber is { } line ? $" (regel {line + 1}, teken {e.BytePositionInLine + 1})" : "";
        var placeEn = e.LineNumber is { } lineEn ? $" (line {lineEn + 1}, byte {e.BytePositionInLine + 1})" : "";
        return field.Length == 0
            ? new FieldError("", new($"Dit is geen geldige JSON{place}. Controleer haakjes, komma's en aanhalingstekens.", $"This is not valid JSON{placeEn}. Check brackets, commas and quotes."))
            : new FieldError(field, new($"Het veld '{field}' heeft niet de juiste vorm{place}. Zie /api/openapi.json.", $"Field '{field}' does not have the right form{placeEn}. See /api/openapi.json."));
    }

    [GeneratedRegex(@"^\$\.?")]
    private static partial Regex PathStart();
}
