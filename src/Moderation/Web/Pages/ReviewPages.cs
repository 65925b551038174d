using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Web.Pages;

/// <summary>What waits for a decision, and deciding: on held drafts, on what got stuck, and on outcomes that no machine can tell.</summary>
internal static class ReviewPages
{
    private const int PageSize = 25;

    public static void MapReviewPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/review", ListAsync).RequireAuthorization(Policies.Repair);
        routes.MapGet("/review/{id}", ShowAsync).RequireAuthorization(Policies.Review);
        routes.MapPost("/review/{id}", DecideAsync).RequireAuthorization(Policies.Review);
        routes.MapPost("/review/{id}/retry", RetryAsync).RequireAuthorization(Policies.Repair);
        routes.MapPost("/review/{id}/channels/{channel}", SettleAsync).RequireAuthorization(Policies.Review);
    }

    /// <summary>An administrator mends what is stuck and decides on nothing.</summary>
    public static bool IsFor(User user, DraftHead head) => user.MayReview || head.State == DraftState.Stuck;

    private static async Task<IResult> ListAsync(HttpContext context, ReviewDesk desk, DraftLists lists, TimeProvider time, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var page = int.TryParse(context.Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, 10_000) : 1;
        var waiting = (await desk.WaitingAsync(cancellationToken)).Where(h => IsFor(user, h)).ToList();
        var rows = await lists.RowsAsync(waiting.Skip((page - 1) * PageSize).Take(PageSize).Select(h => h.Id), cancellationToken);
        return Page.Of<ReviewListPage, ReviewListModel>(new(
            [.. rows.Select(r => new ReviewRow(user.MayReview ? r : r with { Opening = "" }, WhyOf(r.Head), IsOwn(user, r.Head)))],
            waiting.Count,
            page,
            waiting.Count > page * PageSize,
            time.GetUtcNow()));
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, DraftPageReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, CurrentUser.Of(context), cancellationToken) is { } model ? Show(context, model) : Answers.NotFound(context.Request);

    private static async Task<IResult> DecideAsync(string id, HttpContext context, ReviewDesk desk, DraftPageReader reader, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var form = await Forms.ReadAsync(context.Request, cancellationToken);
        var motivation = form["motivation"].ToString().ReplaceLineEndings("\n").Trim();
        if (await reader.FindAsync(id, user, cancellationToken) is not { } model)
            return Answers.NotFound(context.Request);
        if (OutcomeOf(form["outcome"]) is not { } outcome)
            return Show(context, model with { Notice = new("Kies wat er met het bericht moet gebeuren.", "Choose what is to happen with the post.") }, motivation, StatusCodes.Status422UnprocessableEntity);
        var result = await desk.DecideAsync(user, model.Draft.Head.Id, outcome, form["contentHash"].ToString(), motivation.Length == 0 ? null : motivation, cancellationToken);
        return await AfterAsync(result, id, context, reader, motivation, cancellationToken);
    }

    private static async Task<IResult> RetryAsync(string id, HttpContext context, ReviewDesk desk, DraftPageReader reader, CancellationToken cancellationToken)
    {
        if (!DraftId.TryParse(id, out var draft))
            return Answers.NotFound(context.Request);
        var result = await desk.RetryAsync(CurrentUser.Of(context), draft, cancellationToken);
        return await AfterAsync(result, id, context, reader, "", cancellationToken);
    }

    private static async Task<IResult> SettleAsync(
        string id, string channel, HttpContext context, ReviewDesk desk, DraftPageReader reader, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var form = await Forms.ReadAsync(context.Request, cancellationToken);
        if (await reader.FindAsync(id, user, cancellationToken) is not { } model)
            return Answers.NotFound(context.Request);
        Uri? url = null;
        if (form["found"] == "yes" && !SettledUrl.TryParse(form["url"], out url))
            return Show(context, model with { Notice = SettledUrl.Wanted }, "", StatusCodes.Status422UnprocessableEntity);
        if (form["found"] != "yes" && form["found"] != "no")
            return Show(context, model with { Notice = new("Kies of het bericht op het kanaal staat.", "Choose whether the post is on the channel.") }, "", StatusCodes.Status422UnprocessableEntity);
        var result = await desk.SettleAsync(user, model.Draft.Head.Id, channel, url, cancellationToken);
        return await AfterAsync(result, id, context, reader, "", cancellationToken);
    }

    /// <summary>Back to the list when it is done; the page again, with what was written, when it could not be.</summary>
    private static async Task<IResult> AfterAsync(
        ReviewResult result, string id, HttpContext context, DraftPageReader reader, string motivation, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case ReviewResult.Done done:
                return Redirects.To(done.Draft.Head.AwaitsPerson && CurrentUser.Of(context).MayReview ? $"/review/{id}" : "/review");
            case ReviewResult.Refused refused:
                // An administrator may retry and still not see the post itself.
                return CurrentUser.Of(context) is { MayReview: true } user && await reader.FindAsync(id, user, cancellationToken) is { } model
                    ? Show(context, model with { Notice = refused.Why }, motivation, StatusCodes.Status409Conflict)
                    : Answers.Refuse(context.Request, StatusCodes.Status409Conflict, refused.Why);
            default:
                return Answers.NotFound(context.Request);
        }
    }

    private static IResult Show(HttpContext context, DraftModel model, string motivation = "", int status = StatusCodes.Status200OK)
    {
        var user = CurrentUser.Of(context);
        // With a motivation, so that only what motivation cannot mend stands in the way.
        var objections = Enum.GetValues<DecisionOutcome>().ToDictionary(
            o => o, o => ReviewRules.Objection(user, model.Draft, o, model.Draft.Head.ContentHash, "x"));
        return Page.Of<ReviewPage, ReviewModel>(new(model, objections, motivation), status);
    }

    public static DecisionOutcome? OutcomeOf(string? code) =>
        Enum.GetValues<DecisionOutcome>().Cast<DecisionOutcome?>().FirstOrDefault(o => DraftFieldsMapping.CodeOf(o ?? default) == code);

    private static bool IsOwn(User user, DraftHead head) => head.Submitter.Id == user.Id || head.LastEditor.Id == user.Id;

    private static Words WhyOf(DraftHead head) => head switch
    {
        { State: DraftState.Stuck, Stuck.Reason: "refused" } => new("Een kanaal heeft het bericht geweigerd", "A channel refused the post"),
        { State: DraftState.Stuck } => new("Onderweg vastgelopen", "Stuck on its way"),
        _ when head.Channels.Any(c => c.AskPerson) => new("Onbekend of het live staat", "Unknown whether it is live"),
        { Hold: { } hold } => new($"Regels: {string.Join(", ", hold.Rules)}", $"Rules: {string.Join(", ", hold.Rules)}"),
        _ => new("Wacht op een beslissing", "Waits for a decision"),
    };
}

/// <summary>The address where somebody says a post is live.</summary>
internal static class SettledUrl
{
    private const int Longest = 2_000;

    public static Words Wanted { get; } = new(
        "Plak het volledige adres waar het bericht staat, beginnend met https://.",
        "Paste the full address where the post stands, beginning with https://.");

    public static bool TryParse(string? text, out Uri? url) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.ToString().Length <= Longest;
}

/// <param name="Own">The reader wrote it, so somebody else decides.</param>
public sealed record ReviewRow(DraftRow Draft, Words Why, bool Own);

public sealed record ReviewListModel(IReadOnlyList<ReviewRow> Rows, int Total, int Page, bool More, DateTimeOffset Now);

/// <param name="Objections">What stands in the way of each outcome; null where the reader may choose it.</param>
/// <param name="Motivation">As typed.</param>
public sealed record ReviewModel(DraftModel Of, IReadOnlyDictionary<DecisionOutcome, Words?> Objections, string Motivation);
