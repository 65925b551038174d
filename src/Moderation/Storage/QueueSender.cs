using Azure.Storage.Queues;
using Moderation.Telemetry;

namespace Moderation.Storage;

/// <summary>Sends the next message. Messages carry ids and the trace they belong to and never expire: a weekend's outage must not lose a post.</summary>
public sealed class QueueSender(StorageClients clients)
{
    private static readonly TimeSpan NeverExpires = TimeSpan.FromSeconds(-1);
    private readonly Dictionary<string, QueueClient> queues =
        StorageNames.Queues.All.ToDictionary(name => name, clients.Queue, StringComparer.Ordinal);

    /// <param name="trace">W3C trace parent (<see cref="Telemetry.Journey.Next"/>).</param>
    public Task ScreenAsync(string draft, string? trace, CancellationToken cancellationToken) =>
        SendAsync(StorageNames.Queues.Screening, new StageMessage { Draft = draft, Trace = trace }, cancellationToken);

    /// <param name="trace">W3C trace parent (<see cref="Telemetry.Journey.Next"/>).</param>
    public Task PublishAsync(string draft, string channel, string? trace, CancellationToken cancellationToken) =>
        SendAsync(StorageNames.Queues.Publishing, new StageMessage { Draft = draft, Channel = channel, Trace = trace }, cancellationToken);

    /// <param name="trace">W3C trace parent (<see cref="Telemetry.Journey.Next"/>).</param>
    public Task CleanAsync(string media, string? trace, CancellationToken cancellationToken) =>
        SendAsync(StorageNames.Queues.Media, new StageMessage { Media = media, Trace = trace }, cancellationToken);

    public Task ImportAsync(string import, CancellationToken cancellationToken) =>
        SendAsync(StorageNames.Queues.Register, new StageMessage { Import = import, Trace = Journey.Next(journey: null) }, cancellationToken);

    /// <summary>Consent has changed: look again at what is under way.</summary>
    public Task RecheckAsync(CancellationToken cancellationToken) =>
        SendAsync(StorageNames.Queues.Register, new StageMessage { Trace = Journey.Next(journey: null) }, cancellationToken);

    private Task SendAsync(string queue, StageMessage message, CancellationToken cancellationToken) =>
        queues[queue].SendMessageAsync(Json.Write(message), visibilityTimeout: null, timeToLive: NeverExpires, cancellationToken);
}

/// <summary>What travels on the queues between stages: ids and the trace that follows one draft.</summary>
public sealed record StageMessage
{
    public string? Draft { get; init; }

    public string? Channel { get; init; }

    public string? Media { get; init; }

    public string? Import { get; init; }

    /// <summary>W3C trace parent of the sender.</summary>
    public string? Trace { get; init; }
}
