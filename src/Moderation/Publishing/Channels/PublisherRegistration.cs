using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Channels;

/// <summary>A real channel: its code and how its publisher is made.</summary>
public sealed record PublisherRegistration(string Channel, Func<IServiceProvider, bool> IsEnabled, Func<IServiceProvider, IChannelPublisher> Create)
{
    /// <summary>
    /// Registers a publisher for a channel: its settings from section <c>Channels:<paramref name="section"/></c> and an
    /// <see cref="HttpClient"/> of its own. The publisher's constructor may take that client, <see cref="ChannelHttp"/>, its settings and any service.
    /// </summary>
    public static void Add<TPublisher, TSettings>(IServiceCollection services, IConfiguration configuration, string channel, string section)
        where TPublisher : class, IChannelPublisher
        where TSettings : PublisherSettings
    {
        services.AddOptions<TSettings>().Bind(configuration.GetSection($"{ChannelSettings.Section}:{section}")).ValidateDataAnnotations().ValidateOnStart();
        // No retry handler on this client: a commit call is sent once (apis.md §0.6).
        services.AddHttpClient(ClientOf(channel), (s, http) =>
        {
            http.Timeout = s.GetRequiredService<IOptions<TSettings>>().Value.CallTimeout;
            http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        services.AddSingleton(new PublisherRegistration(
            channel,
            s => s.GetRequiredService<IOptions<TSettings>>().Value.Enabled,
            s =>
            {
                var http = s.GetRequiredService<IHttpClientFactory>().CreateClient(ClientOf(channel));
                object[] given = [http, new ChannelHttp(http, s.GetRequiredService<ChannelTokens>(), channel), s.GetRequiredService<IOptions<TSettings>>().Value];
                // What the constructor does not ask for must not be given to it.
                var asked = typeof(TPublisher).GetConstructors().Single().GetParameters().Select(p => p.ParameterType).ToHashSet();
                return ActivatorUtilities.CreateInstance<TPublisher>(s, [.. given.Where(g => asked.Contains(g.GetType()))]);
            }));
    }

    /// <summary>Name of the channel's <see cref="HttpClient"/>.</summary>
    public static string ClientOf(string channel) => $"channel-{channel}";
}
