using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moderation.Web;

namespace Moderation.Tests.Web;

public sealed class ReadinessTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task One_that_does_not_answer_is_named_and_nothing_is_said_about_why()
    {
        using var readiness = Ask(
            new FakeTimeProvider(),
            new("tables", _ => Task.FromResult(true)),
            new("vault", null),
            new("queues", _ => Task.FromResult(false)),
            new("blobs", _ => throw new InvalidOperationException("https://geheim.example?sig=abc")));
        var answer = await readiness.AskAsync(None);
        Assert.Equal("unavailable", answer.Status);
        Assert.Equal(
            new Dictionary<string, string> { ["tables"] = "ok", ["vault"] = "not-set-up", ["queues"] = "unavailable", ["blobs"] = "unavailable" },
            answer.Dependencies);
    }

    [Fact]
    public async Task What_is_not_set_up_is_no_fault()
    {
        using var readiness = Ask(new FakeTimeProvider(), new("tables", _ => Task.FromResult(true)), new("vault", null));
        Assert.Equal("ok", (await readiness.AskAsync(None)).Status);
    }

    [Fact]
    public async Task Asking_a_thousand_times_asks_the_dependencies_once_and_again_when_the_answer_is_old()
    {
        var time = new FakeTimeProvider();
        var asked = 0;
        using var readiness = Ask(time, new Dependency("tables", _ => Task.FromResult(Interlocked.Increment(ref asked) > 0)));
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => readiness.AskAsync(None)));
        Assert.Equal(1, asked);
        time.Advance(Readiness.KeptFor);
        await readiness.AskAsync(None);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task One_that_hangs_is_given_up_on()
    {
        var time = new FakeTimeProvider();
        using var readiness = Ask(time, new Dependency("tables", async cancel =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return true;
        }));
        var asking = readiness.AskAsync(None);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("unavailable", (await asking).Status);
    }

    /// <summary>The platform asks this one, signed in as nobody, and starts the app anew when it does not answer.</summary>
    [Fact]
    public async Task Live_is_live_also_when_nothing_it_leans_on_answers()
    {
        await using var site = await WebSite.StartAsync(settings: new Dictionary<string, string?> { ["Storage:ConnectionString"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;BlobEndpoint=http://127.0.0.1:9/a" });
        using var client = site.As(null);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
        using var ready = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(
            """{"status":"unavailable","dependencies":{"tokens":"ok","tables":"unavailable","queues":"unavailable","blobs":"unavailable","consent-register":"unavailable"}}""",
            await ready.Content.ReadAsStringAsync());
        Assert.DoesNotContain(site.Logs.Lines, l => l.Text.Contains("127.0.0.1", StringComparison.Ordinal) && l.Category.StartsWith("Moderation", StringComparison.Ordinal));
    }

    private static Readiness Ask(TimeProvider time, params Dependency[] dependencies) => new(dependencies, time, NullLogger<Readiness>.Instance);
}
