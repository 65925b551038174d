using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Storage;
using Moderation.Web.Pages;

namespace Moderation.Web.Api;

/// <summary>Handing in drafts and following them, for other systems of the school.</summary>
internal static class DraftApi
{
    public static void MapDraftApi(this IEndpointRouteBuilder api)
    {
        api.MapPost("/drafts", SubmitAsync).RequireAuthorization(Policies.Submit).RequireRateLimiting(RateLimits.Submission)
            .WithSummary("Hand in a post. The same clientReference with the same content is the same draft.")
            .Accepts<Submission>("application/json")
            .Produces<DraftReceipt>(StatusCodes.Status202Accepted).Produces<DraftReceipt>()
            .Problems(400, 401, 403, 409, 413, 429);
        api.MapGet("/drafts", ListAsync).RequireAuthorization(Policies.Submit)
            .WithSummary("Your own drafts, newest first.")
            .Produces<DraftPageView>().Problems(401, 403);
        api.MapGet("/drafts/{id}", FindAsync).RequireAuthorization(Policies.Submit)
            .WithSummary("One draft: state, findings, channels, decisions. The ETag is the content hash.")
            .Produces<DraftView>().Problems(401, 403, 404);
        api.MapPut("/drafts/{id}", EditAsync).RequireAuthorization(Policies.Submit).RequireRateLimiting(RateLimits.Submission)
            .WithSummary("Change a draft. If-Match holds the content hash that was changed; the new version is checked again.")
            .Accepts<Submission>("application/json")
            .Produces<DraftReceipt>().Problems(400, 401, 403, 404, 409, 412, 413, 428, 429);
        api.MapPost("/drafts/{id}/withdraw", (string id, HttpContext context, Intake intake, DraftStore drafts, CancellationToken cancellationToken) =>
                ChangeAsync(id, context, drafts, intake.WithdrawAsync, cancellationToken)).RequireAuthorization(Policies.Submit)
            .WithSummary("Take back what is not public yet.")
            .Produces<DraftReceipt>().Problems(401, 403, 404, 409);
        api.MapPost("/drafts/{id}/confirm", (string id, HttpContext context, Intake intake, DraftStore drafts, CancellationToken cancellationToken) =>
                ChangeAsync(id, context, drafts, intake.ConfirmAsync, cancellationToken)).RequireAuthorization(Policies.Submit)
            .WithSummary("Say that a draft which came in under your name is yours.")
            .Produces<DraftReceipt>().Problems(401, 403, 404, 409);
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, Intake intake, CancellationToken cancellationToken)
    {
        var (submission, problem) = await JsonBody.ReadSubmissionAsync(context.Request, cancellationToken);
        if (submission is null)
            return problem!; // one of the two is given
        if (submission.Submitter is not null)
            return Answers.Invalid([new("submitter", new("Laat 'submitter' weg: de inzender is wie is ingelogd.", "Leave out 'submitter': the author is whoever is signed in."))]);
        var result = await intake.SubmitAsync(submission, CurrentUser.Of(context), Intake.Api, cancellationToken);
        if (result is not IntakeResult.Accepted accepted)
            return Problem(result);
        context.Response.Headers.Location = $"/api/drafts/{accepted.Head.Id}";
        return Receipt(context, accepted.Head, accepted.Repeated ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DraftLists lists, CancellationToken cancellationToken)
    {
        var page = int.TryParse(context.Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, 10_000) : 1;
        var (rows, more) = await lists.MineAsync(CurrentUser.Of(context), page, cancellationToken);
        return Results.Json(new DraftPageView([.. rows.Select(r => DraftSummary.Of(r.Head))], page, more), Json.Options);
    }

    private static async Task<IResult> FindAsync(string id, HttpContext context, DraftStore drafts, CancellationToken cancellationToken)
    {
        if (!DraftId.TryParse(id, out var known)
            || await drafts.LoadAsync(known, cancellationToken) is not { } draft
            || !DraftAccess.MaySee(CurrentUser.Of(context), draft.Head))
            return Answers.NotFound(context.Request);
        context.Response.Headers.ETag = $"\"{draft.Head.ContentHash}\"";
        return Results.Json(DraftView.Of(draft), Json.Options);
    }

    private static async Task<IResult> EditAsync(string id, HttpContext context, Intake intake, DraftStore drafts, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        if (await FindHeadAsync(id, user, drafts, cancellationToken) is not { } head)
            return Answers.NotFound(context.Request);
        if (context.Request.Headers.IfMatch is not [{ Length: > 2 } match])
            return Answers.Problem(StatusCodes.Status428PreconditionRequired, new("Stuur in If-Match de contentHash mee van de versie die u wijzigt.", "Send in If-Match the contentHash of the version you change."));
        var hash = match.Trim('"');
        if (hash != head.ContentHash)
            return Answers.Problem(StatusCodes.Status412PreconditionFailed, new("Het bericht is intussen gewijzigd. Haal het opnieuw op en wijzig dat.", "The post has changed meanwhile. Get it again and change that."));
        var (submission, problem) = await JsonBody.ReadSubmissionAsync(context.Request, cancellationToken);
        if (submission is null)
            return problem!; // one of the two is given
        var result = await intake.EditAsync(head.Id, submission, hash, user, cancellationToken);
        return result is IntakeResult.Accepted accepted ? Receipt(context, accepted.Head) : Problem(result);
    }

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext context, DraftStore drafts, Func<DraftId, User, CancellationToken, Task<IntakeResult>> change, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        if (await FindHeadAsync(id, user, drafts, cancellationToken) is not { } head)
            return Answers.NotFound(context.Request);
        var result = await change(head.Id, user, cancellationToken);
        return result is IntakeResult.Accepted accepted ? Receipt(context, accepted.Head) : Problem(result);
    }

    private static async Task<DraftHead?> FindHeadAsync(string id, User user, DraftStore drafts, CancellationToken cancellationToken) =>
        DraftId.TryParse(id, out var known) && await drafts.FindHeadAsync(known, cancellationToken) is { } head && DraftAccess.MaySee(user, head) ? head : null;

    private static IResult Receipt(HttpContext context, DraftHead head, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = $"\"{head.ContentHash}\"";
        return Results.Json(DraftReceipt.Of(head), Json.Options, statusCode: status);
    }

    private static IResult Problem(IntakeResult result) => result switch
    {
        IntakeResult.Invalid invalid => Answers.Invalid(invalid.Errors),
        IntakeResult.Conflict conflict => Answers.Problem(StatusCodes.Status409Conflict, conflict.Why),
        _ => Answers.Problem(StatusCodes.Status404NotFound, Answers.Nothing),
    };
}
