using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Publishing.Channels;

/// <summary>Which publisher serves which channel. A channel without one is not published to: its message goes to poison and a person.</summary>
public sealed class ChannelPublishers(IReadOnlyDictionary<string, Func<IChannelPublisher>> byChannel)
{
    /// <exception cref="InvalidOperationException">The channel has no publisher.</exception>
    public IChannelPublisher For(string channel) =>
        byChannel.TryGetValue(channel, out var publisher)
            ? publisher()
            : throw new InvalidOperationException("No publisher is set up for this channel; set Channels:SandboxUrl or the channel's own settings.");

    internal static ChannelPublishers Create(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<ChannelSettings>>().Value;
        return new ChannelPublishers(settings.SandboxUrl is null
            ? new Dictionary<string, Func<IChannelPublisher>>()
            : services.GetRequiredService<ChannelRegister>().All.ToDictionary(
                c => c.Code, _ => (Func<IChannelPublisher>)services.GetRequiredService<WallChannel>, StringComparer.Ordinal));
    }
}
