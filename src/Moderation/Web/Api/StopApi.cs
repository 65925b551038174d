using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Publishing;
using Moderation.Storage;
using Moderation.Web.Pages;

namespace Moderation.Web.Api;

/// <summary>The stop on everything, for other systems.</summary>
internal static class StopApi
{
    public static void MapStopApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stop", async (StopSwitch stop, CancellationToken cancellationToken) =>
                Results.Json(StopView.Of(await stop.ReadAsync(cancellationToken)), Json.Options)).RequireAuthorization(Policies.SignedIn)
            .WithSummary("Whether everything is stopped.")
            .Produces<StopView>().Problems(401);
        api.MapPost("/stop", (HttpContext context, StopSwitch stop, CancellationToken cancellationToken) =>
                ChangeAsync(context, stop, stop.SetAsync, cancellationToken)).RequireAuthorization(Policies.Review)
            .WithSummary("Stop everything. Nothing goes out until management lifts it.")
            .Accepts<StopRequest>("application/json").Produces<StopView>().Problems(400, 401, 403, 409);
        api.MapPost("/stop/lift", (HttpContext context, StopSwitch stop, CancellationToken cancellationToken) =>
                ChangeAsync(context, stop, stop.LiftAsync, cancellationToken)).RequireAuthorization(Policies.Lift)
            .WithSummary("Lift the stop.")
            .Accepts<StopRequest>("application/json").Produces<StopView>().Problems(400, 401, 403, 409);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, StopSwitch stop, Func<User, string?, CancellationToken, Task<Words?>> change, CancellationToken cancellationToken)
    {
        var (request, problem) = await JsonBody.ReadAsync<StopRequest>(context.Request, cancellationToken);
        if (request is null)
            return problem!; // one of the two is given
        if (StopPages.ReasonError(request.Reason) is { } error)
            return Answers.Invalid([error]);
        return await change(CurrentUser.Of(context), request.Reason, cancellationToken) is { } objection
            ? Answers.Problem(StatusCodes.Status409Conflict, objection)
            : Results.Json(StopView.Of(await stop.ReadAsync(cancellationToken)), Json.Options);
    }
}

/// <param name="Reason">Why, in a sentence.</param>
public sealed record StopRequest(string? Reason);

/// <param name="On">Nothing goes out while it is on.</param>
public sealed record StopView(bool On, string? By, DateTimeOffset? Since, string? Reason)
{
    public static StopView Of(StopState state) =>
        state.On ? new(true, state.By, state.Since, state.Reason) : new(false, null, null, null);
}
