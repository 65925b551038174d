using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Drafts;
using Moderation.Safety;
using Moderation.Screening;
using Moderation.Storage;

namespace Moderation.Web.Api;

/// <summary>
/// The checks of the command <c>check</c> over HTTP: nothing is stored, nothing is sent on. Somebody could ask it for
/// names one by one, so each person's posts are counted and limited; what was asked is kept nowhere.
/// </summary>
internal sealed partial class CheckApi(Checks checks, IOptions<SafetySettings> safety, IOptions<WebSettings> settings, TimeProvider time, ILogger<CheckApi> logger)
    : IDisposable
{
    private const string Lines = "application/x-ndjson";

    private readonly PartitionedRateLimiter<string> budget = PartitionedRateLimiter.Create<string, string>(user =>
        RateLimitPartition.GetFixedWindowLimiter(user, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.Value.ChecksPerMinute, Window = TimeSpan.FromMinutes(1) }));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/check", (HttpContext context, CheckApi check, CancellationToken cancellationToken) => check.AnswerAsync(context, cancellationToken))
            .RequireAuthorization(Policies.Submit)
            .WithSummary("Check posts without handing them in: a JSON array, or one JSON object a line; answers in the same form and order.")
            .Accepts<IReadOnlyList<Submission>>("application/json", Lines)
            .Produces<IReadOnlyList<CheckAnswer>>().Problems(400, 401, 403, 413, 429);

    public void Dispose() => budget.Dispose();

    private async Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var body = await Bodies.ReadAsync(context.Request, Bodies.MaxJson, cancellationToken);
        var (posts, isArray, error) = Split(body);
        if (error is not null)
            return Answers.Invalid([error]);
        if (posts.Count > settings.Value.ChecksPerMinute)
            return Answers.Invalid([new("", new($"Stuur hooguit {settings.Value.ChecksPerMinute} berichten tegelijk, of gebruik de opdracht 'check'.", $"Send at most {settings.Value.ChecksPerMinute} posts at once, or use the command 'check'."))]);

        var user = CurrentUser.Of(context);
        using var lease = budget.AttemptAcquire(user.Id, posts.Count);
        if (!lease.IsAcquired)
            return RateLimits.Rejected(context);
        Log.Checked(logger, posts.Count);

        var checker = new PostChecker(await checks.FactsAsync(cancellationToken), safety.Value, time);
        var answers = posts.Select(post => CheckAnswer.Of(checker.Check(post))).ToList();
        return isArray
            ? Results.Json(answers, Json.Options)
            : Results.Text(string.Concat(answers.Select(a => Json.Write(a) + "\n")), Lines, Encoding.UTF8);
    }

    private static (IReadOnlyList<string> Posts, bool IsArray, FieldError? Error) Split(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).Trim('\uFEFF', ' ', '\r', '\n', '\t');
        if (!text.StartsWith('['))
        {
            var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return lines.Length > 0 ? (lines, false, null) : ([], false, new("", new("Stuur minstens één bericht.", "Send at least one post.")));
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return ([.. document.RootElement.EnumerateArray().Select(e => e.GetRawText())], true, null);
        }
        catch (JsonException e)
        {
            return ([], true, JsonBody.Explain(e));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(620, LogLevel.Information, "{Count} posts checked")]
        public static partial void Checked(ILogger logger, int count);
    }
}

/// <summary>One answer of a check.</summary>
/// <param name="Outcome"><c>cleared</c>, <c>warned</c>, <c>held</c>, <c>blocked</c> or <c>invalid</c>.</param>
/// <param name="Errors">What is wrong with an invalid post.</param>
public sealed record CheckAnswer(string? Id, string Outcome, IReadOnlyList<CheckAnswerFinding> Findings, IReadOnlyList<FieldError>? Errors)
{
    /// <summary>What the channels named in the post would not take, with what to change; handing in refuses it.</summary>
    public IReadOnlyList<FieldError>? Limits { get; init; }

    public static CheckAnswer Of(CheckedPost post) => new(
        post.Id,
        post.Outcome,
        [.. post.Findings.Select(f => new CheckAnswerFinding(f.Rule, f.Action, f.Field, f.Start, f.End, f.Nl, f.Fix))],
        post.Errors)
    {
        Limits = post.Limits,
    };
}

/// <summary>As the command gives it, without the person: whom a finding names and whom it does not would tell who is protected (I8).</summary>
public sealed record CheckAnswerFinding(string Rule, Protocol.FindingAction Action, string Field, int? Start, int? End, string Nl, string Fix);
