using System.Text.Json;
using Microsoft.Extensions.Logging;
using Moderation.Consent.Import;
using Moderation.Media;
using Moderation.Publishing;
using Moderation.Storage;

namespace Moderation.Drafts;

/// <summary>
/// What five deliveries could not handle. The draft becomes <c>stuck</c>: a person sees it with the reason and can retry,
/// and the sweep leaves it alone. Nothing is thrown away, and nothing is logged with its content.
/// </summary>
public sealed partial class PoisonStage(
    DraftStore drafts, OpenDrafts open, RejectedIntakes rejected, MediaStage media, ImportStore imports, TimeProvider time, ILogger<PoisonStage> logger)
{
    private const string Actor = "system:poison";
    private const int Rounds = 10;

    /// <param name="queue">The queue whose message it was, without the poison suffix.</param>
    public async Task HandleAsync(string queue, string message, CancellationToken cancellationToken)
    {
        if (queue == StorageNames.Queues.Drafts)
        {
            await rejected.AddAsync(message, [Unhandled], cancellationToken);
            return;
        }

        if (Read(message) is not { } parsed)
        {
            // Not one of ours. Kept for a person all the same.
            await rejected.AddAsync(message, [Unhandled], cancellationToken);
            Log.Unreadable(logger, queue);
        }
        else if (MediaId.TryParse(parsed.Media, out var upload))
        {
            await media.GiveUpAsync(upload, cancellationToken);
        }
        else if (parsed.Import is { } import)
        {
            await imports.GiveUpAsync(import, cancellationToken);
        }
        else if (DraftId.TryParse(parsed.Draft, out var id))
        {
            await StickAsync(queue, id, parsed.Channel, cancellationToken);
        }
    }

    private async Task StickAsync(string queue, DraftId id, string? channel, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is not { } loaded || !IsConcerned(loaded.Head, queue, channel))
                return;
            await open.AddToReviewAsync(id, cancellationToken);
            var next = loaded.Head with
            {
                State = DraftState.Stuck,
                Stuck = new Stuck(queue, loaded.Head.State, "poison", time.GetUtcNow(), channel),
            };
            if (await drafts.TryCommitAsync(loaded, new DraftChange(next, Actor, "stuck", new { queue, channel }), cancellationToken) is not null)
            {
                Log.Stuck(logger, id, queue);
                return;
            }
        }

        throw new ContentionException();
    }

    /// <summary>A stage may have got its work done before it failed; then there is nothing to be stuck about.</summary>
    private static bool IsConcerned(DraftHead head, string queue, string? channel) => queue switch
    {
        StorageNames.Queues.Screening => head.State == DraftState.Submitted,
        _ => head.State.MayPublish() && channel is not null && head.Channel(channel) is { State: not (ChannelState.Published or ChannelState.Refused or ChannelState.Skipped) },
    };

    private static StageMessage? Read(string message)
    {
        try
        {
            return Json.Read<StageMessage>(message);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly FieldError Unhandled = new("", new(
        "Deze inzending kon niet worden verwerkt. De beheerder kan haar bekijken en opnieuw aanbieden.",
        "This intake could not be processed. The administrator can look at it and offer it again."));

    private static partial class Log
    {
        [LoggerMessage(210, LogLevel.Error, "Draft {Draft} is stuck in {Queue}")]
        public static partial void Stuck(ILogger logger, DraftId draft, string queue);

        [LoggerMessage(211, LogLevel.Error, "A message on {Queue} could not be read")]
        public static partial void Unreadable(ILogger logger, string queue);
    }
}
