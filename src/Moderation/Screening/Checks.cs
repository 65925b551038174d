using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Safety;

namespace Moderation.Screening;

/// <summary>The three checks with what they need from outside: the consent register as it is now and the content-safety service.</summary>
public sealed class Checks(
    ConsentRegisterStore register, ChannelRegister channels, Rulebook rulebook, SafetyCheck safety, BlocklistState blocklist, IFaceCounter faces, MediaStore media)
{
    private volatile Facts? latest;

    public string RulebookVersion => rulebook.Version;

    /// <summary>Everything about one version: consent, protocol, content safety.</summary>
    public async Task<CheckResult> ScreenAsync(LoadedDraft draft, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(cancellationToken);
        var at = draft.Head.Planned is { } planned && planned.Utc > now ? planned.Utc : now;
        IReadOnlyList<Finding> pure =
        [
            .. PureChecks.Run(draft.Content, facts, at, processRules: true, draft.Head.Submitter.Name),
            .. FaceCheck.Findings(draft.Content, await CountFacesAsync(draft.Content, cancellationToken)),
        ];
        var judged = await safety.CheckAsync(draft.Content, RenditionAsync, draft.Head.SubmittedAt, facts.BlockedTerms, await blocklist.InUseAsync(cancellationToken), draft.Answers, cancellationToken);
        return judged switch
        {
            SafetyOutcome.Done done => new CheckResult.Checked(Record(draft, now, [.. pure, .. done.Findings], done.Record)),
            // What the other checks block does not wait for the service.
            SafetyOutcome.Waits waits when pure.Any(f => f.Action == FindingAction.Block) => new CheckResult.Checked(Record(draft, now, pure, waits.Record)),
            SafetyOutcome.Waits waits => new CheckResult.Later(waits.Delay, waits.Record),
            _ => throw new InvalidOperationException("An unknown outcome of content safety clears nothing."),
        };
    }

    /// <summary>Consent at this moment, for the publish gate.</summary>
    public async Task<IReadOnlyList<Finding>> ConsentAsync(DraftContent content, DateTimeOffset now, CancellationToken cancellationToken) =>
        PureChecks.Consent(content, await FactsAsync(cancellationToken), now);

    /// <summary>The register with its name index; made anew only when the register has changed.</summary>
    public async ValueTask<Facts> FactsAsync(CancellationToken cancellationToken)
    {
        var current = await register.GetAsync(cancellationToken);
        if (latest is { } known && ReferenceEquals(known.Register, current))
            return known;
        return latest = new Facts(current, channels, rulebook);
    }

    private ScreeningRecord Record(LoadedDraft draft, DateTimeOffset now, IReadOnlyList<Finding> findings, SafetyRecord answers) => new()
    {
        Version = draft.Head.Version,
        RulebookVersion = rulebook.Version,
        At = now,
        Findings = findings,
        Safety = answers,
    };

    private async Task<Dictionary<string, int?>> CountFacesAsync(DraftContent content, CancellationToken cancellationToken)
    {
        var counted = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var hash in faces.Counts ? FaceCheck.Wanted(content) : [])
            counted[hash] = await RenditionAsync(hash, cancellationToken) is { } picture ? await faces.CountAsync(picture, cancellationToken) : null;
        return counted;
    }

    /// <summary>A cleaned picture as content safety takes it.</summary>
    private async Task<BinaryData?> RenditionAsync(string sha256, CancellationToken cancellationToken) =>
        await media.Cleaned.RenderAsync(sha256, RenditionNeed.Safety, cancellationToken) is { } rendition ? BinaryData.FromBytes(rendition.Bytes) : null;
}

/// <summary>What came of the checks.</summary>
public abstract record CheckResult
{
    private CheckResult()
    {
    }

    public sealed record Checked(ScreeningRecord Record) : CheckResult;

    /// <summary>The content-safety service is busy or out: try again later.</summary>
    /// <param name="Answers">What it has answered so far, so that nothing is asked twice.</param>
    public sealed record Later(TimeSpan After, SafetyRecord Answers) : CheckResult;
}
