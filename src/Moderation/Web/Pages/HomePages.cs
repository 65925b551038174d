using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Review;

namespace Moderation.Web.Pages;

/// <summary>The overview, the choice of language, and the page after signing out.</summary>
internal static class HomePages
{
    private const int Shown = 5;
    private static readonly TimeSpan Remember = TimeSpan.FromDays(365);

    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapPost("/language", ChooseAsync).RequireAuthorization(Policies.Everyone);
        routes.MapGet("/signed-out", () => Page.Of<MessagePage, Message>(new(
            StatusCodes.Status200OK,
            new("Uitgelogd", "Signed out"),
            new("U bent uitgelogd. Sluit op een gedeelde computer ook de browser.", "You are signed out. On a shared computer, close the browser too.")))).RequireAuthorization(Policies.Everyone);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, DraftLists lists, ReviewDesk desk, StopSwitch stop, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var (mine, _) = Policies.Allows(Policies.Submit, user) ? await lists.MineAsync(user, 1, cancellationToken) : ([], false);
        var waiting = Policies.Allows(Policies.Repair, user) ? await desk.WaitingAsync(cancellationToken) : [];
        return Page.Of<HomePage, HomeModel>(new(
            [.. mine.Where(r => NeedsAuthor(r.Head)).Take(Shown)],
            [.. mine.Where(r => !NeedsAuthor(r.Head)).Take(Shown)],
            waiting.Count(h => ReviewPages.IsFor(user, h)),
            await stop.ReadAsync(cancellationToken)));
    }

    /// <summary>Only its author can bring it on.</summary>
    private static bool NeedsAuthor(DraftHead head) => head.State is DraftState.Blocked or DraftState.Returned or DraftState.Draft;

    private static async Task<IResult> ChooseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await Forms.ReadAsync(request, cancellationToken);
        var english = form["english"] == "yes";
        request.HttpContext.Response.Cookies.Append(Frame.Cookie, english ? "yes" : "no", new CookieOptions
        {
            HttpOnly = true,
            Secure = SecurityHeaders.IsSecure(request),
            SameSite = SameSiteMode.Lax,
            MaxAge = Remember,
        });
        return Redirects.Local(form["back"]);
    }
}

/// <param name="Waiting">What only the reader can bring on.</param>
/// <param name="Recent">Their newest others.</param>
/// <param name="ToReview">How many drafts wait for the reader as an approver.</param>
public sealed record HomeModel(IReadOnlyList<DraftRow> Waiting, IReadOnlyList<DraftRow> Recent, int ToReview, StopState Stop);
