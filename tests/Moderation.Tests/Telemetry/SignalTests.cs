using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.LocalHost;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.SignIn;
using Moderation.LocalHost.Storage;
using Moderation.Storage;
using Moderation.Telemetry;
using Moderation.Tests.Infrastructure;
using Moderation.Web;
using SampleSchool = Moderation.LocalHost.Samples.SampleSchool;

namespace Moderation.Tests.Telemetry;

/// <summary>I17: no draft text and no name of the sample school leaves the process in a trace, a metric or a log, whatever goes wrong.</summary>
public sealed class SignalTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Nothing_of_the_sample_school_is_exported_while_it_hands_in_reviews_publishes_and_errs()
    {
        await using var collector = await OtlpCollector.StartAsync();
        var storage = azurite.NewSettings();
        // A channel that repeats what it was sent in its refusal, as some do, for the second half.
        await using var rude = await ScriptedServer.StartAsync(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });
        var school = SampleSchool.Load(LocalFolders.Samples, TimeProvider.System.GetUtcNow());
        await using (var system = await StartAsync(collector, storage, new()))
        {
            await system.Services.GetRequiredService<ConsentRegisterStore>().LoadSampleAsync(school, None);
            await new SamplePlay(system.Services, LocalFolders.Samples).RunAsync(approve: true, (_, _) => { }, None);
            await VisitAsync(system, school.People.First());
            await PoisonAsync(system, school.People.First());
            await system.Services.GetRequiredService<Pipeline>().RunTimerAsync(Pipeline.VitalsTimer, None);
        }

        await using (var system = await StartAsync(collector, storage, new() { ["Channels:SandboxUrl"] = rude.Address.ToString() }))
        {
            using var http = Client(system, "m.visser");
            var draft = SampleDraft.LoadAll(LocalFolders.Samples).First(d => d.Submission.Media is null && d.Expect.End == DraftState.Published).Submission;
            using var answer = await http.PostAsJsonAsync("/api/drafts", draft with { ClientReference = "rude", PlannedAt = null }, Json.Options, None);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(None));
            for (var waited = 0; rude.Asked == 0 && waited < 600; waited++)
                await Task.Delay(50, None);
            Assert.NotEqual(0, rude.Asked);
        }

        Assert.Equal(["logs", "metrics", "trace"], collector.Signals.Order());
        var exported = collector.Text;
        Assert.Contains("moderation.drafts.submitted", exported, StringComparison.Ordinal);
        Assert.Contains("screened", exported, StringComparison.Ordinal);
        Assert.Contains("went to poison", exported, StringComparison.Ordinal);
        Assert.InRange(Secrets.Count, 200, 100_000);
        Assert.NotEmpty(Secrets.In(school.People.First().FullName)); // it would be found
        Assert.Empty(Secrets.In(exported));
    }

    [Fact]
    public void Failure_leaves_without_the_messages_of_others_however_deep_they_lie()
    {
        const string Name = "Roos Bakker";
        Exception[] failures =
        [
            new InvalidOperationException(Name),
            new AggregateException(Name, new HttpRequestException(HttpRequestError.ConnectionError, Name, new IOException(Name), HttpStatusCode.BadGateway)),
            new Azure.RequestFailedException(409, Name, "EntityAlreadyExists", new InvalidDataException(Name)),
            new Azure.RequestFailedException(400, Name, $"{Name} is no code", null),
        ];
        Assert.All(failures, failure =>
        {
            var stripped = StrippedException.Of(Thrown(failure));
            Assert.DoesNotContain("Roos", stripped.ToString(), StringComparison.Ordinal);
            Assert.Null(stripped.InnerException);
            Assert.Contains(nameof(Thrown), stripped.StackTrace, StringComparison.Ordinal); // where it was is still said
        });
        Assert.Equal("AggregateException > HttpRequestException 502 ConnectionError > IOException", StrippedException.Describe(failures[1]));
        Assert.Equal("RequestFailedException 409 EntityAlreadyExists > InvalidDataException", StrippedException.Describe(failures[2]));
        Assert.Equal("RequestFailedException 400", StrippedException.Describe(failures[3]));
    }

    [Fact]
    public void Span_keeps_only_what_is_known_to_be_harmless()
    {
        using var spans = new SpanCollector();
        System.Diagnostics.ActivityTraceId trace;
        using (var step = Journey.Step("test", journey: null))
        {
            Assert.NotNull(step);
            trace = step.TraceId;
            foreach (var name in (string[])["url.query", "url.full", "url.path", "user_agent.original", "client.address", "enduser.id", "db.statement"])
                step.SetTag(name, "Roos Bakker");
            step.SetTag("http.route", "/drafts/{id}").SetTag("moderation.draft", "d-1");
        }

        Assert.Equal(["http.route", "moderation.draft"], Assert.Single(spans.In(trace)).TagObjects.Select(t => t.Key).Order());
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static Task<LocalSystem> StartAsync(OtlpCollector collector, StorageSettings storage, Dictionary<string, string?> more)
    {
        more["Storage:Prefix"] = storage.Prefix;
        more["Telemetry:Exporter"] = nameof(TelemetryExporter.Otlp);
        more["Telemetry:OtlpEndpoint"] = collector.Address.ToString();
        return LocalSystem.StartAsync(
            new LocalOptions
            {
                ConnectionString = storage.ConnectionString,
                Settings = more,
                LogLevel = LogLevel.Information,
                Queues = new() { MaxPollingInterval = TimeSpan.FromMilliseconds(200), RetryDelay = TimeSpan.Zero },
                Say = _ => { },
            },
            None);
    }

    private static HttpClient Client(LocalSystem system, string user)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = system.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"{SampleSignIn.Cookie}={user}");
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return http;
    }

    /// <summary>Names in every place of a request where somebody may put one.</summary>
    private static async Task VisitAsync(LocalSystem system, Person person)
    {
        using var http = Client(system, "s.bissessar");
        http.DefaultRequestHeaders.UserAgent.TryParseAdd("Browser-of-" + person.Surname);
        var name = Uri.EscapeDataString(person.FullName);
        foreach (var path in (string[])["/", "/review", "/readyz", $"/drafts?q={name}", $"/{name}", $"/api/drafts/{name}", $"/media/{name}", $"/sign-in?to=/{name}"])
            using (await http.GetAsync(path, None)) { }
        foreach (var (path, body) in new (string, HttpContent)[]
        {
            ("/api/drafts", new StringContent($"{{\"text\":\"{person.FullName}\",")),
            ("/api/check", new StringContent($"{{\"text\":\"{person.FullName} uit 3B won.\"}}")),
            ("/api/drafts", JsonContent.Create(new Submission { Text = person.FullName, Channels = [person.FullName], PlannedAt = person.FullName })),
            ("/drafts/new", new StringContent(person.FullName, System.Text.Encoding.UTF8, "multipart/form-data")),
            ($"/review/{name}", new FormUrlEncodedContent([new("motivation", person.FullName)])),
        })
        {
            using (await http.PostAsync(path, body, None)) { }
        }

        var uploads = system.Services.GetRequiredService<Uploads>();
        var by = new User("m.visser", "Marieke Visser", new HashSet<Role> { Role.Submitter });
        await uploads.TakeAsync(by, $"{person.FullName}.jpg", new MemoryStream("Dit is geen foto."u8.ToArray()), None);
    }

    /// <summary>Messages that no stage can handle, with a name in each, until they are poison.</summary>
    private static async Task PoisonAsync(LocalSystem system, Person person)
    {
        var clients = system.Services.GetRequiredService<StorageClients>();
        foreach (var queue in Pipeline.Queues)
        {
            await clients.Queue(queue).SendMessageAsync($"{{ {person.FullName}", None);
            await clients.Queue(queue).SendMessageAsync($$"""{"draft":"{{person.FullName}}","channel":"{{person.FullName}}","media":"{{person.FullName}}","trace":"{{person.FullName}}"}""", None);
        }

        for (var waited = 0; waited < 600; waited++)
        {
            var left = 0;
            foreach (var queue in Pipeline.Queues.SelectMany(q => (string[])[q, q + StorageNames.Queues.PoisonSuffix]))
                left += (await clients.Queue(queue).GetPropertiesAsync(None)).Value.ApproximateMessagesCount;
            if (left == 0)
                return;
            await Task.Delay(100, None);
        }
    }
}
