using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Publishing.Tokens;
using Moderation.Storage;

namespace Moderation.Tests.Publishing;

/// <summary>
/// A channel of the outside world on a free port of this machine, over real HTTP: it enforces the channel's contract
/// (apis.md), keeps the posts that are live, and plays what a test tells it to.
/// </summary>
public abstract class FakeChannel : IAsyncDisposable
{
    private readonly List<(Func<HttpRequest, bool> When, Twist Twist)> twists = [];
    private readonly string tokens = Directory.CreateTempSubdirectory("moderation-tokens-").FullName;
    private WebApplication? app;

    /// <summary>Code of the channel, e.g. <c>facebook</c>.</summary>
    public abstract string Code { get; }

    /// <summary>Ids of the posts that readers can see, as the publisher's external references.</summary>
    public abstract IReadOnlyList<string> Live { get; }

    /// <summary>How many pictures the harness may attach.</summary>
    public virtual int Pictures => 2;

    /// <summary>A film is attached instead of pictures.</summary>
    public virtual bool Film => false;

    /// <summary>The film that the harness attaches; some channels take none as small, or none as wide, as the sample.</summary>
    public virtual byte[] FilmBytes => Tests.Media.SampleMedia.Bytes("sportdag.mp4");

    /// <summary>The channel can be asked which posts there are.</summary>
    public virtual bool CanFind => true;

    /// <summary>Text of the post that the harness makes.</summary>
    public virtual string Text => "Zaterdag is de open dag. Iedereen is welkom tussen tien en twee uur.";

    /// <summary>The one call that makes a post public.</summary>
    public abstract bool IsCommit(HttpRequest request);

    /// <summary>Refuses a call because there were too many, with this channel's own headers: wait for <see cref="LimitedFor"/>.</summary>
    public virtual Twist Limited() => Twists.Answer(429, "{}", headers: ("Retry-After", "600"));

    public virtual TimeSpan LimitedFor => TimeSpan.FromMinutes(10);

    /// <summary>Refuses the content of a post for good, as this channel does.</summary>
    public virtual Twist RefusedContent() => Twists.Answer(400);

    /// <summary>Refuses to take something down, as this channel does.</summary>
    public virtual Twist NotAllowed() => Twists.Answer(403);

    /// <summary>Adds a reader's reply to a post.</summary>
    /// <returns>Its id; null when this channel has no replies.</returns>
    public virtual string? AddReply(string post, string text) => null;

    /// <summary>Ids of replies that readers can see.</summary>
    public virtual IReadOnlyList<string> VisibleReplies => [];

    /// <summary>The access token that this channel takes; the stored one is <c>token-1</c>.</summary>
    public string Accepts { get; set; } = "token-1";

    /// <summary>Folder of the stored tokens, and of whatever else the system keeps secret.</summary>
    public string Secrets => tokens;

    /// <summary>Tells the channel whom it may fetch from: a channel that gets its pictures by address needs the system's own site.</summary>
    public virtual void Connect(Infrastructure.TestSystem system)
    {
    }

    /// <summary>Every request seen: method and path with query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>How often the commit call was made.</summary>
    public int Commits { get; private set; }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    protected TimeProvider Time { get; private set; } = TimeProvider.System;

    /// <summary>What is stored as this channel's token; null leaves the channel unconnected.</summary>
    protected virtual ChannelToken? Token => new() { Access = "token-1", AccountId = "123", AccountName = "Carolus Clusius College" };

    /// <summary>Settings that point the publisher here, e.g. <c>Channels:Facebook:BaseUrl</c>.</summary>
    protected abstract IReadOnlyDictionary<string, string?> Settings();

    /// <summary>Maps the channel's API.</summary>
    protected abstract void Map(WebApplication app);

    /// <returns>Configuration for a system that publishes here.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> StartAsync(TimeProvider time)
    {
        Time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Use(PlayAsync);
        Map(app);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()); // Kestrel has it once started
        if (Token is { } token)
            await new FileSecretStore(tokens).WriteAsync(ChannelTokens.SecretOf(Code), Json.Write(token), CancellationToken.None);
        return new Dictionary<string, string?>(Settings()) { ["Channels:TokenFolder"] = tokens };
    }

    /// <summary>Plays a twist on the next request that fits, once.</summary>
    public void Next(Func<HttpRequest, bool> when, Twist twist)
    {
        lock (twists)
            twists.Add((when, twist));
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        Directory.Delete(tokens, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected bool HasToken(HttpRequest request, string scheme = "Bearer") =>
        request.Headers.Authorization == $"{scheme} {Accepts}" && !request.QueryString.ToString().Contains(Accepts, StringComparison.Ordinal);

    private async Task PlayAsync(HttpContext context, RequestDelegate next)
    {
        Twist? twist = null;
        lock (twists)
        {
            if (IsCommit(context.Request))
                Commits++;
            Requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            var fits = twists.FindIndex(t => t.When(context.Request));
            if (fits >= 0)
            {
                twist = twists[fits].Twist;
                twists.RemoveAt(fits);
            }
        }

        await (twist is null ? next(context) : twist(context, next));
    }
}

/// <summary>What a channel does instead of its usual answer.</summary>
public delegate Task Twist(HttpContext context, RequestDelegate next);

/// <summary>The scripts of apis.md §16.</summary>
public static class Twists
{
    /// <summary>Answers without acting.</summary>
    public static Twist Answer(int status, string body = "{}", string type = "application/json", params (string Name, string Value)[] headers) => async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    };

    /// <summary>Acts, and then answers something else.</summary>
    public static Twist AnswerAfter(int status, string body = "{}", string type = "application/json") => async (context, next) =>
    {
        await ActAsync(context, next);
        await Answer(status, body, type)(context, next);
    };

    /// <summary>Reads the whole request, and cuts the connection without acting.</summary>
    public static Twist Cut() => async (context, _) =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Abort();
    };

    /// <summary>Acts, and cuts the connection instead of answering.</summary>
    public static Twist CutAfter() => async (context, next) =>
    {
        await ActAsync(context, next);
        context.Abort();
    };

    /// <summary>Acts, and never answers; the caller's time runs out.</summary>
    public static Twist HangAfter(Action hanging) => async (context, next) =>
    {
        await ActAsync(context, next);
        hanging();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    /// <summary>Answers as usual, after a while.</summary>
    public static Twist Slow(TimeSpan delay) => async (context, next) =>
    {
        await Task.Delay(delay);
        await next(context);
    };

    private static async Task ActAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        await next(context);
        context.Response.Body = body;
        context.Response.Headers.Clear();
    }
}
