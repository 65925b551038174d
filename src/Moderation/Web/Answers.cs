using Microsoft.AspNetCore.Http;
using Moderation.Drafts;
using Moderation.Storage;
using Moderation.Web.Pages;

namespace Moderation.Web;

/// <summary>What somebody gets instead of what they asked for: problem details (RFC 9457) under <c>/api</c>, a page elsewhere.</summary>
internal static class Answers
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static Task RefuseAsync(HttpContext context, int status, Words what) => Refuse(context.Request, status, what).ExecuteAsync(context);

    public static IResult Refuse(HttpRequest request, int status, Words what) =>
        IsApi(request) ? Problem(status, what) : Page.Of<MessagePage, Message>(new Message(status, TitleOf(status), what), status);

    /// <param name="errors">By field: what is wrong and what to do about it. Never repeats what was sent.</param>
    public static IResult Problem(int status, Words what, IReadOnlyList<FieldError>? errors = null)
    {
        var title = TitleOf(status);
        var problem = new ProblemAnswer
        {
            Type = $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}",
            Title = title.Nl,
            TitleEn = title.En,
            Status = status,
            Detail = what.Nl,
            DetailEn = what.En,
            Errors = ByField(errors, e => e.Nl),
            ErrorsEn = ByField(errors, e => e.En),
        };
        return Results.Json(problem, Json.Options, "application/problem+json", status);
    }

    /// <summary>400 with every field that is wrong.</summary>
    public static IResult Invalid(IReadOnlyList<FieldError> errors) => Problem(
        StatusCodes.Status400BadRequest,
        errors.Count == 1 ? errors[0].What : new($"Er zijn {errors.Count} dingen niet in orde; zie 'errors'.", $"{errors.Count} things are not right; see 'errorsEn'."),
        errors);

    public static IResult NotFound(HttpRequest request) => Refuse(request, StatusCodes.Status404NotFound, Nothing);

    public static Words Nothing { get; } = new(
        "Dit bestaat niet (meer), of het is niet voor u. Controleer het adres.",
        "This does not exist (any more), or it is not for you. Check the address.");

    public static Words TooLarge { get; } = new(
        "Dit is te groot om in één keer te sturen. Stuur bestanden in blokken van hooguit 8 MB: begin met POST /api/media, stuur elk blok met PUT /api/media/{id}/blocks/{nummer} en sluit af met POST /api/media/{id}/complete. Op de pagina 'Nieuw bericht' gaat dat vanzelf.",
        "This is too large to send in one piece. Send files in blocks of at most 8 MB: begin with POST /api/media, send each block with PUT /api/media/{id}/blocks/{number} and finish with POST /api/media/{id}/complete. The page 'New post' does so by itself.");

    public static Words TitleOf(int status) => status switch
    {
        400 => new("Niet in orde", "Not right"),
        401 => new("Niet ingelogd", "Not signed in"),
        403 => new("Dit mag u niet", "You may not do this"),
        404 => new("Niet gevonden", "Not found"),
        405 => new("Zo kan het niet", "Method not allowed"),
        409 => new("Kan nu niet", "Conflict"),
        412 => new("Intussen gewijzigd", "Changed meanwhile"),
        413 => new("Te groot", "Too large"),
        415 => new("Verkeerd soort inhoud", "Unsupported content"),
        428 => new("Versie ontbreekt", "Version missing"),
        429 => new("Even rustig aan", "Slow down"),
        503 => new("Even niet bereikbaar", "Not reachable now"),
        _ => new("Er ging iets mis", "Something went wrong"),
    };

    private static Dictionary<string, string[]>? ByField(IReadOnlyList<FieldError>? errors, Func<Words, string> language) =>
        errors is { Count: > 0 }
            ? errors.GroupBy(e => e.Field, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(e => language(e.What)).ToArray(), StringComparer.Ordinal)
            : null;
}

/// <summary>Problem details with the words in both languages.</summary>
public sealed record ProblemAnswer
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    public required int Status { get; init; }

    /// <summary>What is wrong and what to do, in Dutch.</summary>
    public required string Detail { get; init; }

    public required string DetailEn { get; init; }

    /// <summary>By field, e.g. <c>media[0].alt</c>; the empty field is the whole.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public IReadOnlyDictionary<string, string[]>? ErrorsEn { get; init; }
}
