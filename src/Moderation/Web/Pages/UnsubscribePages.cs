using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Mail;

namespace Moderation.Web.Pages;

/// <summary>
/// Leaving a list without signing in. Only a POST unsubscribes (RFC 8058): link scanners open every address with GET, and
/// mail programs post without cookies and follow no redirect.
/// </summary>
internal static class UnsubscribePages
{
    public static void MapUnsubscribePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/u/{token}", async (string token, Unsubscribing unsubscribing, CancellationToken cancellationToken) =>
            await unsubscribing.ReadAsync(token, cancellationToken) is not null
                ? Page.Of<UnsubscribePage, UnsubscribeModel>(new(token))
                : Unknown()).RequireAuthorization(Policies.Everyone);
        routes.MapPost("/u/{token}", async (string token, Unsubscribing unsubscribing, CancellationToken cancellationToken) =>
            await unsubscribing.LeaveAsync(token, cancellationToken)
                ? Page.Of<MessagePage, Message>(new(StatusCodes.Status200OK, new("U bent afgemeld", "You have unsubscribed"), new("U krijgt deze mail niet meer.", "You will not get this mail any more.")))
                : Unknown()).RequireAuthorization(Policies.Everyone);
    }

    private static IResult Unknown() => Page.Of<MessagePage, Message>(
        new(
            StatusCodes.Status404NotFound,
            new("Deze link klopt niet", "This link is not right"),
            new("Neem de hele link uit de mail over, of antwoord op de mail dat u geen mail meer wilt.", "Take the whole link from the mail, or answer the mail that you want no more of it.")),
        StatusCodes.Status404NotFound);
}

public sealed record UnsubscribeModel(string Token);
