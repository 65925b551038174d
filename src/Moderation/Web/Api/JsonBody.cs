using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Moderation.Drafts;
using Moderation.Storage;

namespace Moderation.Web.Api;

/// <summary>Reads what a client sends and says in plain words what is wrong with it, without repeating it.</summary>
internal static partial class JsonBody
{
    /// <returns>The value, or the answer to give instead; never both.</returns>
    /// <exception cref="BadHttpRequestException">413: more than 1 MB.</exception>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (WrongType(request) is { } wrong)
            return (null, wrong);
        var body = await Bodies.ReadAsync(request, Bodies.MaxJson, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json.Options) is { } value
                ? (value, null)
                : (null, Answers.Invalid([new("", new("Er is niets meegestuurd.", "Nothing was sent."))]));
        }
        catch (JsonException e)
        {
            return (null, Answers.Invalid([Explain(e)]));
        }
    }

    /// <summary>A submission has a reader of its own, shared with the queue and <c>check</c>.</summary>
    public static async Task<(Submission? Value, IResult? Problem)> ReadSubmissionAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (WrongType(request) is { } wrong)
            return (null, wrong);
        var (submission, error) = SubmissionReader.Read(await Bodies.ReadAsync(request, Bodies.MaxJson, cancellationToken));
        return error is null ? (submission, null) : (null, Answers.Invalid([error]));
    }

    private static IResult? WrongType(HttpRequest request) => request.HasJsonContentType() || request.ContentType is null
        ? null
        : Answers.Problem(StatusCodes.Status415UnsupportedMediaType, new("Stuur de inhoud als application/json.", "Send the content as application/json."));

    /// <summary>The exception's own text may repeat what was written, so only its place is used. A path may hold a key somebody made up: only plain ones are named.</summary>
    internal static FieldError Explain(JsonException e)
    {
        var field = Path().Match(e.Path ?? "") is { Success: true } path ? path.Groups[1].Value : "";
        var (line, column) = ((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        return field.Length == 0
            ? new("", new($"Dit is geen geldige JSON (regel {line}, teken {column}). Controleer haakjes, komma's, aanhalingstekens en velden die er niet horen.", $"This is not valid JSON (line {line}, byte {column}). Check brackets, commas, quotes and fields that do not belong."))
            : new(field, new($"Het veld '{field}' heeft niet de juiste vorm (regel {line}, teken {column}). Zie /api/openapi.json.", $"Field '{field}' does not have the right form (line {line}, byte {column}). See /api/openapi.json."));
    }

    [GeneratedRegex(@"^\$\.([A-Za-z]{1,40}(?:\[\d{1,4}\])?(?:\.[A-Za-z]{1,40}(?:\[\d{1,4}\])?){0,3})$")]
    private static partial Regex Path();
}
