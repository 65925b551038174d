using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Moderation.Audit;
using Moderation.Backup;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Drafts;
using Moderation.Mail;
using Moderation.Media;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Connecting;
using Moderation.Publishing.Tokens;
using Moderation.Review;
using Moderation.Safety;
using Moderation.Screening;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation;

/// <summary>Puts the system together, the same for both hosts: one method a stage.</summary>
public static class Composition
{
    /// <summary>Channels that are lists of subscribers.</summary>
    internal static readonly string[] MailLists = ["nieuwsbrief", "email"];

    /// <summary>Everything but the hosts' own: they add <see cref="IContentSafety"/> and sign-in.</summary>
    public static IServiceCollection AddModeration(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddStorage(configuration)
            .AddConsent()
            .AddMedia(configuration)
            .AddDrafts(configuration)
            .AddScreening(configuration)
            .AddReview(configuration)
            .AddPublishing(configuration)
            .AddTelemetry()
            .AddSingleton<Pipeline>();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<StorageSettings>(configuration, StorageSettings.Section);
        return services
            .AddSingleton(s => new StorageClients(s.GetRequiredService<IOptions<StorageSettings>>().Value, s.GetService<HttpPipelinePolicy>()))
            .AddSingleton<QueueSender>()
            .AddSingleton<Leases>()
            .AddSingleton<NightlyRuns>()
            .AddSingleton<AuditVerifier>()
            .AddSingleton<AuditAnchors>()
            .AddSingleton<AuditRound>()
            .AddSingleton<BackupStore>()
            .AddSingleton<BackupRun>()
            .AddSingleton<Restore>();
    }

    private static IServiceCollection AddConsent(this IServiceCollection services) =>
        services.AddSingleton(s => new ConsentRegisterStore(
            s.GetRequiredService<StorageClients>().Table(StorageNames.Tables.People),
            s.GetRequiredService<StorageClients>().Table(StorageNames.Tables.Consents),
            ConsentPolicy.School,
            s.GetRequiredService<TimeProvider>()))
            .AddSingleton(s => new ImportStore(
                s.GetRequiredService<ConsentRegisterStore>(),
                s.GetRequiredService<StorageClients>().Table(StorageNames.Tables.Consents),
                s.GetRequiredService<StorageClients>().Container(StorageNames.Containers.Incoming),
                s.GetRequiredService<TimeProvider>()))
            .AddSingleton<ImportDesk>()
            .AddSingleton<RegisterDesk>();

    private static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<MediaSettings>(configuration, MediaSettings.Section);
        return services
            .AddSingleton(s => new MediaStore(
                s.GetRequiredService<StorageClients>().Container(StorageNames.Containers.Incoming),
                s.GetRequiredService<StorageClients>().Container(StorageNames.Containers.Media),
                s.GetRequiredService<StorageClients>().Table(StorageNames.Tables.Media),
                s.GetRequiredService<MediaSettings>(),
                s.GetRequiredService<TimeProvider>()))
            .AddSingleton(s => s.GetRequiredService<IOptions<MediaSettings>>().Value)
            .AddSingleton<ImageCleaner>()
            .AddSingleton<MediaStage>()
            .AddSingleton<MediaSweep>();
    }

    private static IServiceCollection AddDrafts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<SweepSettings>(configuration, SweepSettings.Section);
        services.AddSection<IntakeSettings>(configuration, IntakeSettings.Section);
        return services
            .AddSingleton<DraftStore>()
            .AddSingleton<OpenDrafts>()
            .AddSingleton<SubmittedDrafts>()
            .AddSingleton<RejectedIntakes>()
            .AddSingleton<Dispatch>()
            .AddSingleton<Intake>()
            .AddSingleton<Sweep>()
            .AddSingleton<PoisonStage>();
    }

    private static IServiceCollection AddScreening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<SafetySettings>(configuration, SafetySettings.Section);
        services.TryAddSingleton<IContentSafety, NoContentSafety>();
        services.TryAddSingleton<IBlocklistService, NoBlocklistService>();
        services.TryAddSingleton<IFaceCounter, NoFaceCounter>();
        return services
            .AddSingleton(Rulebook.School)
            .AddSingleton<BlocklistState>()
            .AddSingleton<BlocklistSync>()
            .AddSingleton<SafetyCheck>()
            .AddSingleton<Checks>()
            .AddSingleton<ScreeningStage>()
            .AddSingleton<ConsentRecheck>()
            .AddSingleton<RegisterStage>()
            .AddSingleton<Appearances>();
    }

    private static IServiceCollection AddReview(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<ReviewSettings>(configuration, ReviewSettings.Section);
        return services.AddSingleton<ReviewDesk>();
    }

    private static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<PublishingSettings>(configuration, PublishingSettings.Section);
        services.AddSection<ChannelSettings>(configuration, ChannelSettings.Section);
        // No retry handler on this client: a commit call is sent once (apis.md §0.6).
        services.AddHttpClient<WallChannel>((s, http) =>
        {
            http.BaseAddress = s.GetRequiredService<IOptions<ChannelSettings>>().Value.SandboxUrl;
            http.Timeout = Timeout.InfiniteTimeSpan; // the publishing stage sets the time-out of each attempt
        });
        PublisherRegistration.Add<FacebookPublisher, FacebookSettings>(services, configuration, "facebook", "Facebook");
        PublisherRegistration.Add<InstagramPublisher, InstagramSettings>(services, configuration, "instagram", "Instagram");
        PublisherRegistration.Add<XPublisher, XSettings>(services, configuration, "x", "X");
        PublisherRegistration.Add<WordPressPublisher, WordPressSettings>(services, configuration, "website", "WordPress");
        PublisherRegistration.Add<LinkedInPublisher, LinkedInSettings>(services, configuration, "linkedin", "LinkedIn");
        PublisherRegistration.Add<YouTubePublisher, YouTubeSettings>(services, configuration, "youtube", "YouTube");
        PublisherRegistration.Add<SnapchatPublisher, SnapchatSettings>(services, configuration, "snapchat", "Snapchat");
        return services
            .AddSingleton(ChannelRegister.School)
            .AddSingleton<StopSwitch>()
            .AddSingleton<ChannelStatuses>()
            .AddSingleton<Publications>()
            .AddSingleton<ChannelTokens>()
            .AddSingleton<SigningKeys>()
            .AddMailLists()
            .AddConnecting(configuration)
            .AddSingleton<MediaLinks>()
            .AddSingleton(TokenStorage.Create)
            .AddSingleton(TokenStorage.Dependency)
            .AddSingleton(ChannelPublishers.Create)
            .AddSingleton<ChannelCalls>()
            .AddSingleton<PublishingStage>();
    }

    private static IServiceCollection AddMailLists(this IServiceCollection services)
    {
        foreach (var list in MailLists)
        {
            services.AddSingleton(new PublisherRegistration(
                list, s => s.GetRequiredService<IOptions<MailSettings>>().Value is { Lists: true, IsSet: true }, s => s.GetRequiredService<MailPublisher>()));
        }

        return services
            .AddSingleton<Subscribers>()
            .AddSingleton<Mailings>()
            .AddSingleton<Unsubscribing>()
            .AddSingleton<MailPublisher>();
    }

    private static IServiceCollection AddConnecting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<ConnectSettings>(configuration, ConnectSettings.Section);
        services.AddSection<MailSettings>(configuration, MailSettings.Section);
        // Logs nothing: Meta takes secrets in query strings.
        services.AddHttpClient(ConnectionClients.HttpClientName, http => http.Timeout = TimeSpan.FromSeconds(30))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach (var provider in OAuthProviders.All.Where(p => p.RenewAhead > TimeSpan.Zero))
            services.AddSingleton<ITokenRenewal>(s => new OAuthRenewal(provider, s.GetRequiredService<ConnectionClients>()));
        services.AddSingleton(s => WordPressLogin.Create(s.GetRequiredService<IHttpClientFactory>(), s.GetRequiredService<IOptions<WordPressSettings>>().Value));
        return services
            .AddSingleton<Mailer>()
            .AddSingleton<ConnectionClients>()
            .AddSingleton<PendingConnections>()
            .AddSingleton<ConnectionDesk>()
            .AddSingleton<ChannelWatch>();
    }

    private static IServiceCollection AddTelemetry(this IServiceCollection services) =>
        services.AddMetrics().AddSingleton<DomainMetrics>().AddSingleton<Vitals>();

    private static void AddSection<TSettings>(this IServiceCollection services, IConfiguration configuration, string section)
        where TSettings : class =>
        services.AddOptions<TSettings>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
}
