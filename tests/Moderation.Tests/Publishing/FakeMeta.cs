using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Moderation.Storage;

namespace Moderation.Tests.Publishing;

/// <summary>What Facebook and Instagram share: the address with its version, the token, the error envelope (apis.md §1.5).</summary>
public abstract class FakeMeta : FakeChannel
{
    protected const string Version = "v25.0";
    private int next = 900_000;

    public int Count { get; init; } = 2;

    public bool Films { get; init; }

    public string? Words { get; init; }

    public override int Pictures => Count;

    public override bool Film => Films;

    public override string Text => Words ?? base.Text;

    public override TimeSpan LimitedFor => TimeSpan.FromMinutes(17);

    public override Twist Limited() => Twists.Answer(
        400, Envelope(4), headers: ("X-Business-Use-Case-Usage", """{"123":[{"type":"pages","call_count":100,"total_cputime":20,"total_time":20,"estimated_time_to_regain_access":17}]}"""));

    public override Twist RefusedContent() => Twists.Answer(400, Envelope(100, 1404102));

    public override Twist NotAllowed() => Twists.Answer(403, Envelope(10));

    public static string Envelope(int code, int subcode = 0) => Json.Write(new
    {
        error = new { message = "Wat de gebruiker niet hoeft te zien.", type = "OAuthException", code, error_subcode = subcode, fbtrace_id = "A1" },
    });

    protected static IResult Error(int code, int subcode = 0, int status = 400) => Results.Text(Envelope(code, subcode), "application/json", statusCode: status);

    protected string NextId() => $"{Interlocked.Increment(ref next)}";

    /// <summary>A call of the graph: the token first, as everywhere.</summary>
    protected Func<HttpContext, Task<IResult>> Guarded(Func<HttpContext, Task<IResult>> act) => async context =>
        HasToken(context.Request) ? await act(context) : Error(190, 463);

    protected Func<HttpContext, Task<IResult>> Guarded(Func<HttpContext, IResult> act) => Guarded(context => Task.FromResult(act(context)));

    protected static async Task<JsonObject?> BodyAsync(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
            ? await JsonNode.ParseAsync(context.Request.Body) as JsonObject
            : null;

    /// <summary>No parameter that the edge does not have.</summary>
    protected static bool HasOnly(JsonObject body, params string[] names) => body.All(p => names.Contains(p.Key));

    protected static string? Value(JsonObject body, string name) => body[name]?.ToString();

    protected static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!; // the route has it

    /// <summary>As Meta writes it.</summary>
    protected string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", System.Globalization.CultureInfo.InvariantCulture);
}
