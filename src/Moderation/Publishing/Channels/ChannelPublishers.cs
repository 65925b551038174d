using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Publishing.Channels;

/// <summary>Which publisher serves which channel: its own when enabled, else the sandbox wall. A channel with neither is not published to: its message goes to poison and a person.</summary>
public sealed class ChannelPublishers(IReadOnlyDictionary<string, Func<IChannelPublisher>> byChannel, IReadOnlySet<string> real)
{
    /// <summary>Where posts for a channel go.</summary>
    public PublishingPlace PlaceOf(string channel) =>
        real.Contains(channel) ? PublishingPlace.Channel : byChannel.ContainsKey(channel) ? PublishingPlace.Wall : PublishingPlace.Nowhere;

    /// <exception cref="InvalidOperationException">The channel has no publisher.</exception>
    public IChannelPublisher For(string channel) =>
        byChannel.TryGetValue(channel, out var publisher)
            ? publisher()
            : throw new InvalidOperationException("No publisher is set up for this channel; set Channels:SandboxUrl or the channel's own settings.");

    internal static ChannelPublishers Create(IServiceProvider services)
    {
        var publishers = new Dictionary<string, Func<IChannelPublisher>>(StringComparer.Ordinal);
        if (services.GetRequiredService<IOptions<ChannelSettings>>().Value.SandboxUrl is not null)
        {
            foreach (var channel in services.GetRequiredService<ChannelRegister>().All)
                publishers[channel.Code] = services.GetRequiredService<WallChannel>;
        }

        var real = new HashSet<string>(StringComparer.Ordinal);
        foreach (var registration in services.GetServices<PublisherRegistration>().Where(r => r.IsEnabled(services)))
        {
            publishers[registration.Channel] = () => registration.Create(services);
            real.Add(registration.Channel);
        }

        return new ChannelPublishers(publishers, real);
    }
}

/// <summary>Where posts for a channel go.</summary>
public enum PublishingPlace
{
    /// <summary>No publisher: a post for it goes to a person.</summary>
    Nowhere,

    /// <summary>The sandbox wall.</summary>
    Wall,

    /// <summary>The channel itself.</summary>
    Channel,
}
