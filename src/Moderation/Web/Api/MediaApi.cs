using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Storage;

namespace Moderation.Web.Api;

/// <summary>Files, in blocks of at most 8 MB: begin, put each block, complete, then ask until it is ready.</summary>
internal static class MediaApi
{
    public static void MapMediaApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/media", BeginAsync).RequireAuthorization(Policies.Submit).RequireRateLimiting(RateLimits.Submission)
            .WithSummary("Begin an upload: its name and its size in bytes.")
            .Accepts<UploadRequest>("application/json").Produces<UploadView>(StatusCodes.Status201Created).Problems(400, 401, 403, 413, 429);
        api.MapPut("/media/{id}/blocks/{number:int}", PutBlockAsync).RequireAuthorization(Policies.Submit)
            .WithSummary("Put one block of at most 8 MB, numbered from 0. The same block may be put again.")
            .Accepts<IFormFile>("application/octet-stream").Produces(StatusCodes.Status204NoContent).Problems(400, 401, 403, 404, 409, 413);
        api.MapPost("/media/{id}/complete", CompleteAsync).RequireAuthorization(Policies.Submit)
            .WithSummary("Join the blocks and have the file cleaned. May be repeated.")
            .Accepts<CompleteRequest>("application/json").Produces<UploadView>(StatusCodes.Status202Accepted).Problems(400, 401, 403, 404);
        api.MapGet("/media/{id}", FindAsync).RequireAuthorization(Policies.Submit)
            .WithSummary("How far an upload of yours is: uploading, cleaning, ready or refused.")
            .Produces<UploadView>().Problems(401, 403, 404);
    }

    private static async Task<IResult> BeginAsync(HttpContext context, Uploads uploads, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync<UploadRequest>(context.Request, cancellationToken);
        if (request is null)
            return problem!; // one of the two is given
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(request.Name))
            errors.Add(new("name", new("Geef de naam van het bestand.", "Give the file's name.")));
        if (request.Size is null or <= 0)
            errors.Add(new("size", new("Geef de grootte van het bestand in bytes.", "Give the file's size in bytes.")));
        if (errors.Count > 0)
            return Answers.Invalid(errors);
        return await uploads.BeginAsync(CurrentUser.Of(context), request.Name!, request.Size ?? 0, cancellationToken) switch // checked above
        {
            UploadOutcome.Accepted(var asset) => Results.Json(UploadView.Of(asset), Json.Options, statusCode: StatusCodes.Status201Created),
            UploadOutcome.Refused(var refusal) => Refused(refusal, "size"),
            _ => Answers.NotFound(context.Request),
        };
    }

    private static async Task<IResult> PutBlockAsync(string id, int number, HttpContext context, Uploads uploads, CancellationToken cancellationToken)
    {
        if (!MediaId.TryParse(id, out var known))
            return Answers.NotFound(context.Request);
        await using var block = Bodies.Limit(context.Request, MediaSettings.MaxBlockBytes);
        return await uploads.PutBlockAsync(CurrentUser.Of(context), known, number, block, cancellationToken) switch
        {
            UploadOutcome.Accepted => Results.NoContent(),
            UploadOutcome.Refused(var refusal) => Refused(refusal, ""),
            UploadOutcome.Closed => Answers.Problem(StatusCodes.Status409Conflict, new("Deze upload is al afgesloten.", "This upload was completed already.")),
            _ => Answers.NotFound(context.Request),
        };
    }

    private static async Task<IResult> CompleteAsync(string id, HttpContext context, Uploads uploads, CancellationToken cancellationToken)
    {
        if (!MediaId.TryParse(id, out var known))
            return Answers.NotFound(context.Request);
        var (request, problem) = await JsonBody.ReadAsync<CompleteRequest>(context.Request, cancellationToken);
        if (request is null)
            return problem!; // one of the two is given
        if (request.Blocks is null or < 1)
            return Answers.Invalid([new("blocks", new("Geef het aantal blokken dat u hebt gestuurd.", "Give the number of blocks you sent."))]);
        return await uploads.CompleteAsync(CurrentUser.Of(context), known, request.Blocks ?? 0, cancellationToken) switch
        {
            UploadOutcome.Accepted(var asset) => Results.Json(UploadView.Of(asset), Json.Options, statusCode: StatusCodes.Status202Accepted),
            UploadOutcome.Refused(var refusal) => Refused(refusal, "blocks"),
            _ => Answers.NotFound(context.Request),
        };
    }

    private static async Task<IResult> FindAsync(string id, HttpContext context, Uploads uploads, CancellationToken cancellationToken) =>
        await uploads.FindAsync(CurrentUser.Of(context), id, cancellationToken) is { } asset
            ? Results.Json(UploadView.Of(asset), Json.Options)
            : Answers.NotFound(context.Request);

    private static IResult Refused(MediaRefusal refusal, string field) => Answers.Invalid([new(field, refusal.Words)]);
}

/// <param name="Name">File name, with its extension.</param>
/// <param name="Size">Bytes of the whole file.</param>
public sealed record UploadRequest(string? Name, long? Size);

/// <param name="Blocks">How many blocks were put.</param>
public sealed record CompleteRequest(int? Blocks);

/// <param name="BlockSize">Largest block, in bytes.</param>
/// <param name="Refusal">Why it cannot be used, once <paramref name="State"/> is <c>refused</c>.</param>
public sealed record UploadView(MediaId Id, string Name, MediaState State, int BlockSize, Words? Refusal)
{
    public static UploadView Of(MediaAsset asset) => new(asset.Id, asset.FileName, asset.State, MediaSettings.MaxBlockBytes, asset.Refusal?.Words);
}
