using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Consent;
using Moderation.Media;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Telemetry;

namespace Moderation.Drafts;

/// <summary>
/// Receives drafts from the form, the API and the queue: one validation, one path. The version is stored as submitted
/// and a message goes to screening; when that message is lost, the sweep sends it again.
/// </summary>
public sealed partial class Intake(
    DraftStore drafts,
    OpenDrafts open,
    SubmittedDrafts submitted,
    RejectedIntakes rejected,
    ConsentRegisterStore register,
    MediaStore media,
    ChannelRegister channels,
    Rulebook rulebook,
    Dispatch dispatch,
    IOptions<SweepSettings> sweep,
    IOptions<IntakeSettings> settings,
    DomainMetrics metrics,
    TimeProvider time,
    ILogger<Intake> logger)
{
    public const string Form = "form";
    public const string Api = "api";
    public const string Queue = "queue";
    private const int MaxReference = 200;
    private const int Rounds = 5;

    /// <summary>A person hands in a draft, signed in.</summary>
    public Task<IntakeResult> SubmitAsync(Submission submission, User by, string entrance, CancellationToken cancellationToken) =>
        by.Is(Role.Submitter) || by.MayReview
            ? ReceiveAsync(submission, by.AsAuthor(), entrance, DraftState.Submitted, cancellationToken)
            : Task.FromResult<IntakeResult>(new IntakeResult.Invalid([new("", new("U mag geen berichten indienen.", "You may not hand in posts."))]));

    /// <summary>A message on queue <c>drafts</c>. What cannot become a draft is kept as a rejected intake.</summary>
    public async Task HandleAsync(string message, CancellationToken cancellationToken)
    {
        var (submission, error) = SubmissionReader.Read(Encoding.UTF8.GetBytes(message));
        IReadOnlyList<FieldError> errors = error is null ? QueueErrors(submission!) : [error]; // one of the two is given
        if (errors.Count == 0)
        {
            var state = settings.Value.TrustQueueSubmitter ? DraftState.Submitted : DraftState.Draft;
            switch (await ReceiveAsync(submission!, submission!.Submitter!, Queue, state, cancellationToken)) // QueueErrors asks for both
            {
                case IntakeResult.Accepted:
                    return;
                case IntakeResult.Invalid invalid:
                    errors = invalid.Errors;
                    break;
                case IntakeResult.Conflict:
                    errors = [new("clientReference", ReferenceTaken)];
                    break;
            }
        }

        await rejected.AddAsync(message, errors, cancellationToken);
        metrics.IntakeRejected();
        Log.Rejected(logger, errors.Count);
    }

    /// <summary>The person whom a queue message named says that it is theirs.</summary>
    public Task<IntakeResult> ConfirmAsync(DraftId id, User by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            loaded => loaded.Head is { State: DraftState.Draft } head && head.Submitter.Id == by.Id
                ? new DraftChange(head with { State = DraftState.Submitted, SubmittedAt = time.GetUtcNow() }, by.Id, "confirmed", new { head.Version, head.ContentHash })
                : null,
            cancellationToken);

    /// <summary>A new version, screened again; the approval of the old one is gone (R23, I1, I7).</summary>
    /// <param name="contentHash">The version the person changed.</param>
    public async Task<IntakeResult> EditAsync(DraftId id, Submission submission, string contentHash, User by, CancellationToken cancellationToken)
    {
        if (await drafts.LoadAsync(id, cancellationToken) is not { } before)
            return new IntakeResult.NotFound();
        // Files already in the draft stay its author's, whoever edits it.
        var (content, errors, _) = await ValidateAsync(submission, by.AsAuthor(), cancellationToken, filesOf: before);
        if (content is null || (errors = await TakeFilesAsync(content, cancellationToken)).Count > 0)
            return new IntakeResult.Invalid(errors);
        return await ChangeAsync(
            id,
            loaded =>
            {
                var head = loaded.Head;
                // What the queue brought is the named person's alone until they confirm it.
                var may = head.Submitter.Id == by.Id || (by.MayReview && head.State != DraftState.Draft);
                if (!may || head.ContentHash != contentHash || !head.State.MayEdit() || head.HasLeft)
                    return null;
                var next = head with
                {
                    State = DraftState.Submitted,
                    Version = head.Version + 1,
                    ContentHash = DraftStore.HashOf(content),
                    LastEditor = by.AsAuthor(),
                    SubmittedAt = time.GetUtcNow(),
                    Channels = [.. content.Channels.Select(c => new ChannelProgress { Code = c })],
                    Planned = content.Planned,
                    WhereAllowed = content.WhereAllowed,
                    Hold = null,
                    Approval = null,
                    Stuck = null,
                };
                return new DraftChange(next, by.Id, "edited", new { next.Version, next.ContentHash, content.Channels }) { Content = content };
            },
            cancellationToken);
    }

    /// <summary>The author takes back what is not public yet.</summary>
    public Task<IntakeResult> WithdrawAsync(DraftId id, User by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            loaded => loaded.Head is { } head && (head.Submitter.Id == by.Id || by.Is(Role.Management)) && !head.State.IsFinal() && !head.HasLeft
                ? new DraftChange(head with { State = DraftState.Withdrawn, Hold = null, Stuck = null }, by.Id, "withdrawn", new { head.Version })
                : null,
            cancellationToken);

    private async Task<IntakeResult> ReceiveAsync(
        Submission submission, Author author, string entrance, DraftState state, CancellationToken cancellationToken)
    {
        if (submission.ClientReference?.Length > MaxReference)
            return new IntakeResult.Invalid([new("clientReference", new($"Gebruik een kenmerk van hooguit {MaxReference} tekens.", $"Use a reference of at most {MaxReference} characters."))]);

        var id = DraftId.For(entrance, author.Id, Blank(submission.ClientReference) ?? Guid.NewGuid().ToString("N"));
        if (submission.ClientReference is not null && await drafts.LoadAsync(id, cancellationToken) is { } earlier)
            return await AgainAsync(earlier, submission, author, cancellationToken);

        var (content, errors, upload) = await ValidateAsync(submission, author, cancellationToken);
        if (content is null || (errors = await TakeFilesAsync(content, cancellationToken)).Count > 0)
            return new IntakeResult.Invalid(errors);

        using var step = Journey.Step("intake", upload);
        var now = time.GetUtcNow();
        var due = now + sweep.Value.After;
        var head = new DraftHead
        {
            Id = id,
            State = state,
            Version = 1,
            ContentHash = DraftStore.HashOf(content),
            Submitter = author,
            LastEditor = author,
            Entrance = entrance,
            CreatedAt = now,
            SubmittedAt = now,
            Channels = [.. content.Channels.Select(c => new ChannelProgress { Code = c })],
            Planned = content.Planned,
            WhereAllowed = content.WhereAllowed,
            Trace = Journey.Next(upload),
            OpenBucket = OpenDrafts.BucketOf(due),
        };

        // Both index rows first: a crash may leave a row without a draft, never a draft without a row.
        await open.SetDueAsync(head.OpenBucket, id, due, cancellationToken);
        await submitted.AddAsync(author.Id, id, now, cancellationToken);
        var change = new DraftChange(head, author.Id, state == DraftState.Submitted ? "submitted" : "received", new { head.Version, head.ContentHash, entrance, content.Channels }) { Content = content };
        if (!await drafts.TryCreateAsync(change, cancellationToken))
        {
            var existing = await drafts.LoadAsync(id, cancellationToken) ?? throw new InvalidDataException("A draft exists and cannot be read.");
            return await AgainAsync(existing, submission, author, cancellationToken);
        }

        await dispatch.SendAsync(head, cancellationToken);
        Log.Received(logger, id, entrance);
        return new IntakeResult.Accepted(head, Repeated: false);
    }

    /// <summary>The same submission once more: the same draft, and its next message again in case that was lost.</summary>
    private async Task<IntakeResult> AgainAsync(LoadedDraft earlier, Submission submission, Author author, CancellationToken cancellationToken)
    {
        // Validated against the moment of the first time: a plan that was in the future then is no error now.
        var (content, errors, _) = await ValidateAsync(submission, author, cancellationToken, earlier.Head.CreatedAt);
        if (content is null)
            return new IntakeResult.Invalid(errors);
        var first = earlier.Head.Version == 1 ? earlier.Head.ContentHash : null;
        if (first is not null && DraftStore.HashOf(content) != first)
            return new IntakeResult.Conflict(earlier.Head, ReferenceTaken);
        await dispatch.SendAsync(earlier.Head, cancellationToken);
        return new IntakeResult.Accepted(earlier.Head, Repeated: true);
    }

    /// <returns>The content or what is wrong with it, and the trace that its first upload began.</returns>
    private async Task<(DraftContent? Content, IReadOnlyList<FieldError> Errors, string? Trace)> ValidateAsync(
        Submission submission, Author owner, CancellationToken cancellationToken, DateTimeOffset? at = null, LoadedDraft? filesOf = null)
    {
        var people = submission.People is { Count: > 0 } || submission.Media?.Any(m => m.People is { Count: > 0 }) == true
            ? await register.GetAsync(cancellationToken)
            : ConsentRegister.Empty;
        var uploads = new Dictionary<string, ReadyMedia>(StringComparer.Ordinal);
        string? trace = null;
        foreach (var id in (submission.Media ?? []).Select(m => m.Id ?? "").Distinct(StringComparer.Ordinal))
        {
            var of = filesOf?.Content.Media.Any(m => m.Id == id) == true ? filesOf.Head.Submitter.Id : owner.Id;
            var asset = MediaId.TryParse(id, out var upload) ? await media.FindOwnAsync(upload, of, cancellationToken) : null;
            uploads[id] = ReadyMedia.Of(asset);
            trace ??= asset?.Trace;
        }

        var (content, errors) = SubmissionRules.ToContent(submission, channels, people.Resolve, id => uploads[id], [owner.Name, .. rulebook.SchoolAliases], at ?? time.GetUtcNow());
        return (content, errors, trace);
    }

    /// <summary>Tells the media sweep that a draft has these files, before there is such a draft: rather a file kept too long than one lost.</summary>
    private async Task<IReadOnlyList<FieldError>> TakeFilesAsync(DraftContent content, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        for (var i = 0; i < content.Media.Count; i++)
        {
            if (MediaId.TryParse(content.Media[i].Id, out var id) && !await media.UseAsync(id, cancellationToken))
                errors.Add(new($"media[{i}].id", ((ReadyMedia.Unusable)ReadyMedia.Of(null)).Why));
        }

        return errors;
    }

    private async Task<IntakeResult> ChangeAsync(DraftId id, Func<LoadedDraft, DraftChange?> decide, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is not { } loaded)
                return new IntakeResult.NotFound();
            if (decide(loaded) is not { } change)
                return new IntakeResult.Conflict(loaded.Head, NotNow);
            if (await drafts.TryCommitAsync(loaded, change, cancellationToken) is not { } committed)
                continue;
            if (committed.Head.State.IsFinal())
                await open.RemoveAsync(committed.Head.OpenBucket, id, cancellationToken);
            if (loaded.Head.AwaitsPerson && !committed.Head.AwaitsPerson)
                await open.RemoveFromReviewAsync(id, cancellationToken);
            await dispatch.SendAsync(committed.Head, cancellationToken);
            Log.Changed(logger, id, change.Action);
            return new IntakeResult.Accepted(committed.Head, Repeated: false);
        }

        return new IntakeResult.Conflict(null, NotNow);
    }

    private static List<FieldError> QueueErrors(Submission submission)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(submission.ClientReference))
            errors.Add(new("clientReference", new("Geef het bericht een eigen kenmerk, zodat een herhaling geen tweede bericht wordt.", "Give the post a reference of its own, so that a repetition does not become a second post.")));
        if (submission.Submitter is not { Id.Length: > 0 and <= 128, Name.Length: > 0 } || submission.Submitter.Id.AsSpan().ContainsAny(ForbiddenInKeys))
            errors.Add(new("submitter", new("Noem de inzender met id en naam.", "Name the submitter with id and name.")));
        return errors;
    }

    /// <summary>A submitter's id is a table key.</summary>
    private static readonly System.Buffers.SearchValues<char> ForbiddenInKeys = System.Buffers.SearchValues.Create("/\\#?\t\n\r");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static readonly Words ReferenceTaken = new(
        "Dit kenmerk is al voor een ander bericht gebruikt. Geef dit bericht een nieuw kenmerk.",
        "This reference was used for another post. Give this post a new one.");

    private static readonly Words NotNow = new(
        "Dit kan niet (meer) met dit bericht: het is intussen gewijzigd, al uitgegaan of niet van u. Ververs de pagina.",
        "This cannot be done with this post (any more): it has changed, has gone out or is not yours. Refresh the page.");

    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Information, "Draft {Draft} received through {Entrance}")]
        public static partial void Received(ILogger logger, DraftId draft, string entrance);

        [LoggerMessage(101, LogLevel.Information, "Draft {Draft}: {Action}")]
        public static partial void Changed(ILogger logger, DraftId draft, string action);

        [LoggerMessage(102, LogLevel.Information, "An intake was rejected with {Count} errors")]
        public static partial void Rejected(ILogger logger, int count);
    }
}

/// <summary>What became of a submission.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <param name="Repeated">The same submission had come in before.</param>
    public sealed record Accepted(DraftHead Head, bool Repeated) : IntakeResult;

    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : IntakeResult;

    public sealed record Conflict(DraftHead? Head, Words Why) : IntakeResult;

    public sealed record NotFound : IntakeResult;
}
