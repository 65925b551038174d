using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Review;
using Moderation.Storage;
using Moderation.Web.Pages;

namespace Moderation.Web.Api;

/// <summary>Deciding on drafts, and mending what no machine can mend.</summary>
internal static class ReviewApi
{
    private const int LongestMotivation = 4_000;

    public static void MapReviewApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/review", async (ReviewDesk desk, CancellationToken cancellationToken) =>
                Results.Json((await desk.WaitingAsync(cancellationToken)).Select(DraftSummary.Of), Json.Options)).RequireAuthorization(Policies.Review)
            .WithSummary("What waits for a person, longest waiting first.")
            .Produces<IReadOnlyList<DraftSummary>>().Problems(401, 403);
        api.MapPost("/drafts/{id}/decisions", DecideAsync).RequireAuthorization(Policies.Review)
            .WithSummary("Decide on the version that contentHash names.")
            .Accepts<DecisionRequest>("application/json").Produces<DraftReceipt>().Problems(400, 401, 403, 404, 409);
        api.MapPost("/drafts/{id}/retry", RetryAsync).RequireAuthorization(Policies.Repair)
            .WithSummary("Send a stuck draft on again.")
            .Produces<DraftReceipt>().Problems(401, 403, 404, 409);
        api.MapPost("/drafts/{id}/channels/{channel}/settle", SettleAsync).RequireAuthorization(Policies.Review)
            .WithSummary("Say what a channel could not: live at url, or (without url) not there and to be tried again.")
            .Accepts<SettleRequest>("application/json").Produces<DraftReceipt>().Problems(400, 401, 403, 404, 409);
    }

    private static async Task<IResult> DecideAsync(string id, HttpContext context, ReviewDesk desk, CancellationToken cancellationToken)
    {
        if (!DraftId.TryParse(id, out var draft))
            return Answers.NotFound(context.Request);
        var (request, problem) = await JsonBody.ReadAsync<DecisionRequest>(context.Request, cancellationToken);
        if (request is null)
            return problem!; // one of the two is given
        var errors = new List<FieldError>();
        if (ReviewPages.OutcomeOf(request.Outcome) is not { } outcome)
        {
            outcome = default;
            var known = string.Join(", ", Enum.GetValues<DecisionOutcome>().Select(DraftFieldsMapping.CodeOf));
            errors.Add(new("outcome", new($"Kies uit: {known}.", $"Choose from: {known}.")));
        }

        if (string.IsNullOrEmpty(request.ContentHash))
            errors.Add(new("contentHash", new("Geef de contentHash van de versie die u hebt bekeken.", "Give the contentHash of the version you looked at.")));
        if (request.Motivation?.Length > LongestMotivation)
            errors.Add(new("motivation", new($"Gebruik hooguit {LongestMotivation} tekens.", $"Use at most {LongestMotivation} characters.")));
        if (errors.Count > 0)
            return Answers.Invalid(errors);
        return Answer(context, await desk.DecideAsync(CurrentUser.Of(context), draft, outcome, request.ContentHash!, request.Motivation, cancellationToken)); // checked above
    }

    private static async Task<IResult> RetryAsync(string id, HttpContext context, ReviewDesk desk, CancellationToken cancellationToken) =>
        DraftId.TryParse(id, out var draft)
            ? Answer(context, await desk.RetryAsync(CurrentUser.Of(context), draft, cancellationToken))
            : Answers.NotFound(context.Request);

    private static async Task<IResult> SettleAsync(string id, string channel, HttpContext context, ReviewDesk desk, CancellationToken cancellationToken)
    {
        if (!DraftId.TryParse(id, out var draft))
            return Answers.NotFound(context.Request);
        var (request, problem) = await JsonBody.ReadAsync<SettleRequest>(context.Request, cancellationToken);
        if (request is null)
            return problem!; // one of the two is given
        Uri? url = null;
        if (request.Url is not null && !SettledUrl.TryParse(request.Url, out url))
            return Answers.Invalid([new("url", SettledUrl.Wanted)]);
        return Answer(context, await desk.SettleAsync(CurrentUser.Of(context), draft, channel, url, cancellationToken));
    }

    private static IResult Answer(HttpContext context, ReviewResult result) => result switch
    {
        ReviewResult.Done done => Results.Json(DraftReceipt.Of(done.Draft.Head), Json.Options),
        ReviewResult.Refused refused => Answers.Problem(StatusCodes.Status409Conflict, refused.Why),
        _ => Answers.NotFound(context.Request),
    };
}

/// <param name="Outcome"><c>approved</c>, <c>rejected</c>, <c>returned</c> or <c>escalated</c>.</param>
/// <param name="ContentHash">The version that was looked at.</param>
/// <param name="Motivation">Why; needed for anything but a plain approval.</param>
public sealed record DecisionRequest(string? Outcome, string? ContentHash, string? Motivation);

/// <param name="Url">Where the post is live; left out when it is not there.</param>
public sealed record SettleRequest(string? Url);
