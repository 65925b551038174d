using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Moderation.Consent;
using Moderation.Drafts;

namespace Moderation.Safety;

/// <summary>
/// Looks at everything a draft shows: the local screener reads each text, the service reads all texts in as few calls as possible
/// and sees each picture once, however many channels it goes to. Bounded in time; never throws because a service is away.
/// </summary>
public sealed class SafetyCheck(IContentSafety service, IOptions<SafetySettings> settings, TimeProvider time)
{
    /// <summary>Pictures in flight at once.</summary>
    private const int Abreast = 4;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly SafetySettings settings = settings.Value;

    /// <param name="image">A rendition of the file with this hash within <see cref="SafetyLimits"/>, or null when the file is not there.</param>
    /// <param name="submittedAt">From when <see cref="SafetySettings.GiveUpAfter"/> counts.</param>
    /// <param name="blockedTerms">The school's own list, from the rulebook.</param>
    /// <param name="blocklist">The same list stands at the service.</param>
    /// <param name="earlier">Record of an earlier check of this draft: what it answers is not asked again.</param>
    public async Task<SafetyOutcome> CheckAsync(
        DraftContent content,
        Func<string, CancellationToken, Task<BinaryData?>> image,
        DateTimeOffset submittedAt,
        BlockedTerms blockedTerms,
        bool blocklist,
        SafetyRecord? earlier,
        CancellationToken cancellationToken)
    {
        var texts = content.Texts().ToList();
        var local = texts.SelectMany(t => LocalScreener.Screen(t.Value).Evidence.Select(e => new FieldEvidence(t.Field, e))).ToList();
        var blocked = texts.SelectMany(t => blockedTerms.Find(t.Value).Select(p => (t.Field, p.Start, p.End))).ToList();
        var media = content.Media.Select((m, i) => new CheckedMedia(i, m.Sha256, m.Kind is MediaKind.Film or MediaKind.Sound)).ToList();

        var deadline = time.GetUtcNow() + settings.TryWithin;
        var record = SafetyRecord.Empty with
        {
            Local = local,
            Texts = await AskTextsAsync(texts, blocklist, earlier, deadline, cancellationToken),
            Images = await AskImagesAsync(media, image, earlier, deadline, cancellationToken),
        };
        return Conclude(record, SafetyFindings.From(record, media, blocked, settings), submittedAt);
    }

    private SafetyOutcome Conclude(SafetyRecord record, IReadOnlyList<Protocol.Finding> findings, DateTimeOffset submittedAt)
    {
        var late = record.Texts.Select(t => t.Answer).Concat(record.Images.Select(i => i.Answer))
            .OfType<SafetyAnswer.NotAnalysed>().Where(a => a.Transient).ToList();
        var age = time.GetUtcNow() - submittedAt;
        // What is blocked anyway does not wait to hear more.
        if (late.Count == 0 || age >= settings.GiveUpAfter || findings.Any(f => f.Action == Protocol.FindingAction.Block))
            return new SafetyOutcome.Done(findings, record);
        var delay = late.Max(a => a.RetryAfter) ?? TimeSpan.Zero;
        // Twice as long after twice the time, without a counter to store.
        var own = Clamp(age, ShortestWait, LongestWait);
        var left = settings.GiveUpAfter - age;
        delay = delay > own ? delay : own;
        return new SafetyOutcome.Waits(delay < left ? delay : left, late[0].Reason, record);
    }

    private async Task<IReadOnlyList<TextAnswer>> AskTextsAsync(
        List<(string Field, string Value)> texts, bool blocklist, SafetyRecord? earlier, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var answers = new List<TextAnswer>();
        foreach (var piece in TextPieces.Cut(texts))
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(piece.Text)));
            var answer = earlier?.Texts.FirstOrDefault(t => t.Sha256 == sha256)?.Answer is { } known && Final(known)
                ? known
                : await AskAsync(token => service.AnalyseTextAsync(piece.Text, blocklist, token), deadline, cancellationToken);
            // Somebody removed the list at the service: its terms are found here too, and a missing list must not hold every post.
            if (blocklist && answer is SafetyAnswer.NotAnalysed { Reason: NotAnalysedReason.Refused })
                answer = await AskAsync(token => service.AnalyseTextAsync(piece.Text, false, token), deadline, cancellationToken);
            answers.Add(new(sha256, piece.Fields, answer));
        }

        return answers;
    }

    private async Task<IReadOnlyList<ImageAnswer>> AskImagesAsync(
        List<CheckedMedia> media, Func<string, CancellationToken, Task<BinaryData?>> image, SafetyRecord? earlier, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var hashes = media.Where(m => !m.FilmOrSound).Select(m => m.Sha256).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var answers = new ConcurrentDictionary<string, SafetyAnswer>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(hashes, new ParallelOptions { MaxDegreeOfParallelism = Abreast, CancellationToken = cancellationToken }, async (hash, token) =>
        {
            answers[hash] = earlier?.Images.FirstOrDefault(i => i.Sha256 == hash)?.Answer is { } known && Final(known)
                ? known
                : await AskImageAsync(hash, image, deadline, token);
        });
        return [.. hashes.Select(h => new ImageAnswer(h, answers[h]))];
    }

    private async Task<SafetyAnswer> AskImageAsync(string hash, Func<string, CancellationToken, Task<BinaryData?>> image, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (await image(hash, cancellationToken) is not { } rendition)
            return new SafetyAnswer.NotAnalysed(NotAnalysedReason.NoFile);
        if (rendition.ToMemory().Length > SafetyLimits.ImageBytes)
            return new SafetyAnswer.NotAnalysed(NotAnalysedReason.TooLarge);
        return await AskAsync(token => service.AnalyseImageAsync(rendition, token), deadline, cancellationToken);
    }

    /// <summary>Asks until there is an answer, the tries are used up or the time is; analysing is a read, so asking again is harmless (<c>apis.md</c> §11.5).</summary>
    private async Task<SafetyAnswer> AskAsync(Func<CancellationToken, Task<SafetyAnswer>> call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var left = deadline - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
                return new SafetyAnswer.NotAnalysed(NotAnalysedReason.TimedOut);
            var answer = await AskOnceAsync(call, left < settings.CallTimeout ? left : settings.CallTimeout, cancellationToken);
            if (answer is not SafetyAnswer.NotAnalysed { Transient: true } failed || attempt >= settings.Tries)
                return answer;
            var wait = failed.RetryAfter ?? TimeSpan.FromSeconds(1 << (attempt - 1));
            if (time.GetUtcNow() + wait >= deadline)
                return answer;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<SafetyAnswer> AskOnceAsync(Func<CancellationToken, Task<SafetyAnswer>> call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && SafetyFailure.FromException(failure, time.GetUtcNow()) is not null)
        {
            return SafetyFailure.FromException(failure, time.GetUtcNow())!; // not null: the filter has just seen it
        }
    }

    /// <summary>Asking again would give the same.</summary>
    private static bool Final(SafetyAnswer answer) => answer is SafetyAnswer.Analysed analysed
        && Enum.GetValues<SafetyCategory>().All(c => analysed.Severities.GetValueOrDefault(c) is not null);

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) =>
        value > most ? most : value < least ? least : value;
}
