using Moderation.Drafts;
using Moderation.LocalHost.SignIn;
using Moderation.Media;
using Moderation.Protocol;
using Moderation.Review;
using Moderation.Screening;
using Moderation.Storage;
using Moderation.Telemetry;

namespace Moderation.LocalHost.Samples;

/// <summary>Plays the sample drafts through the system the way people would: upload, hand in, approve what may be approved, wait.</summary>
public sealed class SamplePlay(IServiceProvider services, string samples)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private const int BlockSize = 4 * 1024 * 1024;

    private readonly Intake intake = services.GetRequiredService<Intake>();
    private readonly DraftStore drafts = services.GetRequiredService<DraftStore>();
    private readonly ReviewDesk desk = services.GetRequiredService<ReviewDesk>();
    private readonly MediaStore media = services.GetRequiredService<MediaStore>();
    private readonly QueueSender queue = services.GetRequiredService<QueueSender>();
    private readonly SampleUsers users = services.GetRequiredService<SampleUsers>();
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();

    /// <param name="approve">Lets a sample approver clear what is held; otherwise held drafts are left for whoever looks around.</param>
    public async Task<IReadOnlyList<SampleResult>> RunAsync(bool approve, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var all = SampleDraft.LoadAll(samples);
        var settled = 0;
        progress(0, all.Count);
        var results = new SampleResult[all.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, all.Count), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (i, cancellation) =>
        {
            results[i] = await PlayAsync(all[i], approve, cancellation);
            progress(Interlocked.Increment(ref settled), all.Count);
        });
        return results;
    }

    private async Task<SampleResult> PlayAsync(SampleDraft sample, bool approve, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var author = users.Find(sample.Submitter) ?? throw new Storage.LocalException($"Sample draft {sample.Name} is by nobody on the list of users.");
        var submission = await WithUploadsAsync(sample.On(PlannedTime.DayOf(time.GetUtcNow())), author, cancellationToken);
        var result = await intake.SubmitAsync(submission with { ClientReference = $"sample-{sample.Name}" }, author, Intake.Form, cancellationToken);
        if (result is not IntakeResult.Accepted accepted)
        {
            var why = result is IntakeResult.Invalid invalid ? string.Join(" ", invalid.Errors.Select(e => $"{e.Field}: {e.What.En}")) : "the reference is taken";
            throw new Storage.LocalException($"Sample draft {sample.Name} was not accepted: {why}");
        }

        var screened = await WaitAsync(accepted.Head.Id, h => h.State != DraftState.Submitted, cancellationToken);
        if (approve && screened.Head.State == DraftState.Held)
            await ApproveAsync(screened, cancellationToken);
        var end = await WaitAsync(accepted.Head.Id, h => h.State is not (DraftState.Submitted or DraftState.Cleared or DraftState.Approved), cancellationToken);
        return new SampleResult(sample, screened, end, time.GetElapsedTime(begun));
    }

    /// <summary>Somebody who may review and had no hand in it; what he may not approve stays held.</summary>
    private async Task ApproveAsync(LoadedDraft held, CancellationToken cancellationToken)
    {
        var approver = users.All.First(u => u.Is(Role.Approver) && !u.Is(Role.Management) && u.Id != held.Head.Submitter.Id && u.Id != held.Head.LastEditor.Id);
        await desk.DecideAsync(approver, held.Head.Id, DecisionOutcome.Approved, held.Head.ContentHash, null, cancellationToken);
    }

    private async Task<LoadedDraft> WaitAsync(DraftId id, Func<DraftHead, bool> until, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            if (await drafts.LoadAsync(id, cancellationToken) is { } loaded && (until(loaded.Head) || time.GetElapsedTime(begun) > Patience))
                return loaded;
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
    }

    private async Task<Submission> WithUploadsAsync(Submission submission, User author, CancellationToken cancellationToken)
    {
        var files = new List<SubmittedMedia>();
        foreach (var file in submission.Media ?? [])
            files.Add(file with { Id = await UploadAsync(Path.Combine(samples, "media", file.Name ?? ""), author, cancellationToken) });
        return submission with { Media = files };
    }

    private async Task<string> UploadAsync(string path, User author, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        var id = Accepted(await media.BeginUploadAsync(author.Id, Path.GetFileName(path), content.Length, cancellationToken)).Id;
        var blocks = 0;
        var block = new byte[Math.Min(BlockSize, content.Length)];
        for (int read; (read = await content.ReadAtLeastAsync(block, block.Length, throwOnEndOfStream: false, cancellationToken)) > 0;)
            Accepted(await media.PutBlockAsync(id, author.Id, blocks++, new MemoryStream(block, 0, read), cancellationToken));
        var complete = Accepted(await media.CompleteAsync(id, author.Id, blocks, cancellationToken));
        await queue.CleanAsync(id.ToString(), Journey.Next(complete.Trace), cancellationToken);

        var begun = time.GetTimestamp();
        while (await media.FindOwnAsync(id, author.Id, cancellationToken) is { State: MediaState.Cleaning } && time.GetElapsedTime(begun) < Patience)
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        return id.ToString();
    }

    private static MediaAsset Accepted(UploadOutcome outcome) => outcome switch
    {
        UploadOutcome.Accepted accepted => accepted.Asset,
        UploadOutcome.Refused refused => throw new Storage.LocalException($"A sample file was refused: {refused.Refusal.Words.En}"),
        _ => throw new Storage.LocalException("A sample file could not be uploaded."),
    };
}

/// <summary>How one sample draft went.</summary>
/// <param name="Screened">When it was first seen after screening; a fast one may be further by then.</param>
public sealed record SampleResult(SampleDraft Sample, LoadedDraft Screened, LoadedDraft End, TimeSpan Took)
{
    /// <summary>What screening made of it.</summary>
    public DraftState Outcome { get; } = Screened.Screening is { } screening
        ? ScreeningDecision.Decide(Screened.Head, screening.Findings, screening.At, new ReviewSettings()).State
        : Screened.Head.State;

    /// <summary>Rules that hold or block.</summary>
    public IReadOnlyList<string> Rules { get; } =
        [.. (Screened.Screening?.Findings ?? []).Where(f => f.Action >= FindingAction.Declare).Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)];

    public bool AsExpected =>
        Outcome == Sample.Expect.Screening && End.Head.State == Sample.Expect.End && Sample.Expect.Rules.All(Rules.Contains);
}
