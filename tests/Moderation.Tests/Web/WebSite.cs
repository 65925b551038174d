using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Consent;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;
using Moderation.Web;

namespace Moderation.Tests.Web;

/// <summary>The pages and the API over Kestrel on a free port, signed in by a header.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebSite(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    public LogCollector Logs => Services.GetRequiredService<LogCollector>();

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <param name="storage">Null for a site whose storage is never asked.</param>
    public static async Task<WebSite> StartAsync(StorageSettings? storage = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var logs = new LogCollector();
        builder.Services.AddSingleton(logs);
        builder.Logging.AddProvider(logs);
        builder.Configuration["Storage:ConnectionString"] = storage?.ConnectionString ?? "UseDevelopmentStorage=true";
        builder.Configuration["Storage:Prefix"] = storage?.Prefix ?? "";
        builder.Configuration["Channels:SandboxUrl"] = "http://127.0.0.1:9/";
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            builder.Configuration[key] = value;
        builder.Services.AddModeration(builder.Configuration).AddModerationWeb();
        builder.Services.AddAuthentication(StubSignIn.SchemeName).AddScheme<AuthenticationSchemeOptions, StubSignIn>(StubSignIn.SchemeName, null);
        var app = builder.Build();
        app.UseModerationWeb();
        if (storage is not null)
        {
            await app.Services.GetRequiredService<StorageClients>().CreateAllAsync(TestContext.Current.CancellationToken);
            await app.Services.GetRequiredService<ConsentRegisterStore>().LoadSampleAsync(School(), TestContext.Current.CancellationToken);
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return new WebSite(app);
    }

    /// <summary>The people of <see cref="TestSchool"/> and a protected pupil, who has said yes to everything.</summary>
    private static ConsentRegister School()
    {
        var now = TimeProvider.System.GetUtcNow();
        var school = TestSchool.Register(now);
        var hidden = new Person { Id = Hidden, Kind = PersonKind.Pupil, CallName = "Quirijn", Surname = "Zandbergen", Classes = ["3B"], BornOn = new DateOnly(2013, 1, 1), Protected = true };
        return new ConsentRegister([.. school.People, hidden], [.. school.Records, TestSchool.Answer(Hidden, ConsentValue.Granted, now.AddDays(-9))], [], ConsentPolicy.School);
    }

    public static readonly PersonId Hidden = PersonId.Parse("p-9");

    /// <summary>A client that follows no redirects, so that a test sees them.</summary>
    public HttpClient As(User? user)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Address };
        if (user is not null)
            client.DefaultRequestHeaders.Add(StubSignIn.Header, StubSignIn.HeaderFor(user));
        return client;
    }

    /// <summary>Delivers what waits on the queues before publishing, once.</summary>
    public async Task PumpAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var clients = Services.GetRequiredService<StorageClients>();
        foreach (var name in new[] { StorageNames.Queues.Drafts, StorageNames.Queues.Media, StorageNames.Queues.Screening, StorageNames.Queues.Register })
        {
            var queue = clients.Queue(name);
            while ((await queue.ReceiveMessagesAsync(16, TimeSpan.FromHours(1), cancel)).Value is { Length: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    await Services.GetRequiredService<Pipeline>().HandleAsync(name, message.Body.ToString(), message.DequeueCount, cancel);
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
                }
            }
        }
    }

    public static User With(Role role) => new("test." + role, "Test", new HashSet<Role> { role });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
