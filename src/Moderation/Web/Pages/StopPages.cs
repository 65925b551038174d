using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>The stop on everything.</summary>
internal static class StopPages
{
    public const int LongestReason = 1_000;

    public static void MapStopPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stop", async (StopSwitch stop, CancellationToken cancellationToken) =>
            Page.Of<StopPage, StopModel>(new(await stop.ReadAsync(cancellationToken), "", null))).RequireAuthorization(Policies.SignedIn);
        routes.MapPost("/stop", (HttpContext context, StopSwitch stop, CancellationToken cancellationToken) =>
            ChangeAsync(context, stop, stop.SetAsync, cancellationToken)).RequireAuthorization(Policies.Review);
        routes.MapPost("/stop/lift", (HttpContext context, StopSwitch stop, CancellationToken cancellationToken) =>
            ChangeAsync(context, stop, stop.LiftAsync, cancellationToken)).RequireAuthorization(Policies.Lift);
    }

    public static FieldError? ReasonError(string? reason) => reason?.Trim() switch
    {
        null or "" => new("reason", new("Schrijf in een zin waarom, voor wie dit later leest.", "Say why in one sentence, for whoever reads this later.")),
        { Length: > LongestReason } => new("reason", new($"Gebruik hooguit {LongestReason} tekens.", $"Use at most {LongestReason} characters.")),
        _ => null,
    };

    private static async Task<IResult> ChangeAsync(
        HttpContext context, StopSwitch stop, Func<User, string?, CancellationToken, Task<Words?>> change, CancellationToken cancellationToken)
    {
        var form = await Forms.ReadAsync(context.Request, cancellationToken);
        var reason = form["reason"].ToString().ReplaceLineEndings("\n").Trim();
        if (ReasonError(reason) is { } error)
            return Page.Of<StopPage, StopModel>(new(await stop.ReadAsync(cancellationToken), reason, error), StatusCodes.Status422UnprocessableEntity);
        if (await change(CurrentUser.Of(context), reason, cancellationToken) is { } objection)
            return Page.Of<StopPage, StopModel>(new(await stop.ReadAsync(cancellationToken), reason, new("", objection)), StatusCodes.Status409Conflict);
        return Redirects.To("/stop");
    }
}

/// <param name="Reason">As typed.</param>
public sealed record StopModel(StopState State, string Reason, FieldError? Error);
