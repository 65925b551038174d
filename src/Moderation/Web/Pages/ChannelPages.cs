using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Publishing.Connecting;

namespace Moderation.Web.Pages;

/// <summary>How each channel is doing, and connecting it.</summary>
internal static class ChannelPages
{
    public static void MapChannelPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/channels", (ConnectionDesk desk, TimeProvider time, CancellationToken cancellationToken) =>
            ShowAsync(desk, time, null, cancellationToken)).RequireAuthorization(Policies.SeeChannels);

        routes.MapPost("/channels/{channel}/connect", (string channel, HttpContext context, ConnectionDesk desk, TimeProvider time, CancellationToken cancellationToken) =>
            StepAsync(channel, context, desk, time, async by => await desk.BeginAsync(by, channel, cancellationToken), cancellationToken)).RequireAuthorization(Policies.ConnectChannels);

        // Where the channel sends the administrator back to. Changes something by GET, as OAuth wants it; the state proves that this person began it here.
        routes.MapGet("/channels/{channel}/connected", (string channel, HttpContext context, ConnectionDesk desk, TimeProvider time, CancellationToken cancellationToken) =>
            StepAsync(
                channel, context, desk, time,
                async by => await desk.CompleteAsync(by, channel, context.Request.Query["state"], context.Request.Query["code"], cancellationToken),
                cancellationToken)).RequireAuthorization(Policies.ConnectChannels);

        routes.MapPost("/channels/{channel}/password", (string channel, HttpContext context, ConnectionDesk desk, TimeProvider time, CancellationToken cancellationToken) =>
            StepAsync(
                channel, context, desk, time,
                async by =>
                {
                    var form = await Forms.ReadAsync(context.Request, cancellationToken);
                    return await desk.ConnectWithPasswordAsync(by, channel, form["name"].ToString(), form["password"].ToString(), cancellationToken);
                },
                cancellationToken)).RequireAuthorization(Policies.ConnectChannels);

        routes.MapPost("/channels/{channel}/off", (string channel, HttpContext context, ConnectionDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(channel, context, desk, by => desk.SwitchAsync(by, channel, off: true, cancellationToken))).RequireAuthorization(Policies.ConnectChannels);
        routes.MapPost("/channels/{channel}/on", (string channel, HttpContext context, ConnectionDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(channel, context, desk, by => desk.SwitchAsync(by, channel, off: false, cancellationToken))).RequireAuthorization(Policies.ConnectChannels);
        routes.MapPost("/channels/{channel}/disconnect", (string channel, HttpContext context, ConnectionDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(channel, context, desk, by => desk.DisconnectAsync(by, channel, cancellationToken))).RequireAuthorization(Policies.ConnectChannels);
    }

    private static async Task<IResult> ChangeAsync(string channel, HttpContext context, ConnectionDesk desk, Func<User, Task> change)
    {
        if (!desk.Knows(channel))
            return Answers.NotFound(context.Request);
        await change(CurrentUser.Of(context));
        return Redirects.To($"/channels#{channel}");
    }

    private static async Task<IResult> StepAsync(
        string channel, HttpContext context, ConnectionDesk desk, TimeProvider time, Func<User, Task<ConnectionStep>> step, CancellationToken cancellationToken)
    {
        if (!desk.Knows(channel))
            return Answers.NotFound(context.Request);
        return await step(CurrentUser.Of(context)) switch
        {
            // A page with a link, not a redirect: browsers refuse a form that leads to another site (form-action).
            ConnectionStep.GoTo go => Page.Of<ConnectPage, ConnectModel>(new(go.Channel, go.Address)),
            ConnectionStep.Connected => Redirects.To($"/channels#{channel}"),
            ConnectionStep.Refused refused => await ShowAsync(desk, time, new(channel, refused.Why), cancellationToken),
            _ => throw new InvalidOperationException("An unknown step connects nothing."),
        };
    }

    private static async Task<IResult> ShowAsync(ConnectionDesk desk, TimeProvider time, ChannelProblem? problem, CancellationToken cancellationToken) =>
        Page.Of<ChannelsPage, ChannelsModel>(
            new(await desk.OverviewAsync(cancellationToken), time.GetUtcNow(), problem),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
}

public sealed record ChannelsModel(IReadOnlyList<ChannelOverview> Channels, DateTimeOffset Now, ChannelProblem? Problem);

/// <param name="Address">The channel's own page, built from the settings.</param>
public sealed record ConnectModel(string Channel, Uri Address);

/// <summary>What stood in the way of connecting a channel.</summary>
public sealed record ChannelProblem(string Channel, Words Why);
