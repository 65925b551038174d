using System.Text.Json;
using Azure;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class SafetyCheckTests
{
    private static readonly DateTimeOffset Submitted = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly BlockedTerms NoTerms = new([]);

    private readonly FakeTimeProvider time = new(Submitted) { AutoAdvanceAmount = TimeSpan.Zero };

    [Fact]
    public async Task One_version_is_one_text_call_and_each_picture_is_asked_once()
    {
        var service = new ScriptedSafety(_ => ScriptedSafety.Safe());
        var content = Post("Hallo.") with
        {
            Title = "Titel",
            Channels = ["facebook", "instagram", "website"],
            Media = [Photo("aa", "Alt een"), Photo("bb", "Alt twee"), Photo("aa", "Alt drie")],
        };
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(service, content));
        Assert.Empty(done.Findings);
        Assert.Single(service.Texts);
        Assert.Equal(2, service.Images.Count);
        Assert.Equal(["aa", "bb"], done.Record.Images.Select(i => i.Sha256));
        Assert.Contains("Alt twee", service.Texts.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_after_the_time_it_asks_for()
    {
        var service = new ScriptedSafety(n => n == 1 ? new SafetyAnswer.NotAnalysed(NotAnalysedReason.Busy, TimeSpan.FromSeconds(7)) : ScriptedSafety.Safe());
        var check = CheckAsync(service, Post("Hallo."));
        Assert.Equal(1, service.Calls);
        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Equal(1, service.Calls);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.IsType<SafetyOutcome.Done>(await check);
        Assert.Equal(2, service.Calls);
    }

    [Fact]
    public async Task An_outage_waits_at_first_and_is_a_person_s_work_after_the_limit()
    {
        var service = new ScriptedSafety(_ => throw new RequestFailedException(503, "weg"));
        var waits = Assert.IsType<SafetyOutcome.Waits>(await AdvanceAsync(CheckAsync(service, Post("Hallo."))));
        Assert.Equal(3, service.Calls);
        Assert.Equal(NotAnalysedReason.Outage, waits.Reason);
        Assert.InRange(waits.Delay, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

        time.SetUtcNow(Submitted.AddMinutes(15));
        var done = Assert.IsType<SafetyOutcome.Done>(await AdvanceAsync(CheckAsync(service, Post("Hallo."))));
        var finding = Assert.Single(done.Findings);
        Assert.Equal(("S06", FindingAction.Hold, FindingGround.Unchecked, "text"), (finding.Rule, finding.Action, finding.Ground, finding.Field));
    }

    [Fact]
    public async Task A_wait_never_lasts_beyond_the_moment_of_giving_up()
    {
        time.SetUtcNow(Submitted.AddMinutes(14));
        var service = new ScriptedSafety(_ => new SafetyAnswer.NotAnalysed(NotAnalysedReason.Busy, TimeSpan.FromHours(1)));
        var waits = Assert.IsType<SafetyOutcome.Waits>(await CheckAsync(service, Post("Hallo.")));
        Assert.Equal(1, service.Calls); // an hour does not fit in this attempt
        Assert.Equal(TimeSpan.FromMinutes(1), waits.Delay);
    }

    [Fact]
    public async Task A_call_that_hangs_is_cut_off()
    {
        var service = new ScriptedSafety(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return ScriptedSafety.Safe();
        });
        var waits = Assert.IsType<SafetyOutcome.Waits>(await AdvanceAsync(CheckAsync(service, Post("Hallo."))));
        Assert.Equal(NotAnalysedReason.TimedOut, waits.Reason);
        Assert.InRange(service.Calls, 1, 3);
        Assert.True(time.GetUtcNow() - Submitted >= TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task A_refused_call_is_not_repeated_and_not_waited_for()
    {
        var service = new ScriptedSafety(_ => throw new RequestFailedException(400, "nee"));
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(service, Post("Hallo.")));
        Assert.Equal(1, service.Calls);
        Assert.Equal("S06", Assert.Single(done.Findings).Rule);
    }

    [Fact]
    public async Task What_was_answered_before_is_not_asked_again()
    {
        var content = Post("Hallo.") with { Media = [Photo("aa"), Photo("bb")] };
        var first = new ScriptedSafety(n => n == 3 ? new SafetyAnswer.NotAnalysed(NotAnalysedReason.Busy, TimeSpan.FromMinutes(1)) : ScriptedSafety.Safe());
        var waits = Assert.IsType<SafetyOutcome.Waits>(await CheckAsync(first, content));
        Assert.Equal(TimeSpan.FromMinutes(1), waits.Delay);

        var second = new ScriptedSafety(_ => ScriptedSafety.Safe());
        var stored = JsonSerializer.Deserialize<SafetyRecord>(JsonSerializer.Serialize(waits.Record));
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(second, content, stored));
        Assert.Empty(done.Findings);
        Assert.Equal(1, second.Calls);
        Assert.Empty(second.Texts);
    }

    [Fact]
    public async Task Without_a_service_texts_are_screened_here_and_pictures_go_to_a_person()
    {
        var content = Post("Alle moslims moeten dood.") with { Media = [Photo("aa")] };
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(new NoContentSafety(), content));
        Assert.Contains(done.Findings, f => f is { Rule: "S01", Action: FindingAction.Block, Ground: FindingGround.Content });
        Assert.Contains(done.Findings, f => f is { Rule: "S06", Action: FindingAction.Hold, Field: "media[0]" });
        Assert.DoesNotContain(done.Findings, f => f is { Rule: "S06", Field: "text" });
    }

    [Fact]
    public async Task Film_and_sound_are_for_a_person_and_are_not_sent()
    {
        var service = new ScriptedSafety(_ => ScriptedSafety.Safe());
        var content = Post("Hallo.") with { Media = [Photo("aa") with { Kind = MediaKind.Film }, Photo("bb") with { Kind = MediaKind.Sound }] };
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(service, content));
        Assert.Equal(["media[0]", "media[1]"], done.Findings.Where(f => f.Rule == "S07").Select(f => f.Field));
        Assert.Empty(service.Images);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("zoek")]
    public async Task A_picture_that_is_not_there_is_held(string? hash)
    {
        var content = Post("Hallo.") with { Media = [Photo("x") with { Sha256 = hash }] };
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(new ScriptedSafety(_ => ScriptedSafety.Safe()), content));
        Assert.Equal(("S06", FindingAction.Hold), (done.Findings.Single().Rule, done.Findings.Single().Action));
    }

    [Fact]
    public async Task A_picture_larger_than_the_service_takes_is_held_and_not_sent()
    {
        var service = new ScriptedSafety(_ => ScriptedSafety.Safe());
        var content = Post("Hallo.") with { Media = [Photo("groot")] };
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(service, content));
        Assert.Equal("S06", Assert.Single(done.Findings).Rule);
        Assert.Empty(service.Images);
    }

    [Fact]
    public async Task What_is_blocked_anyway_does_not_wait_for_the_service()
    {
        var service = new ScriptedSafety(_ => new SafetyAnswer.NotAnalysed(NotAnalysedReason.Busy, TimeSpan.FromHours(1)));
        var done = Assert.IsType<SafetyOutcome.Done>(await CheckAsync(service, Post("Ik maak je af.")));
        Assert.Contains(done.Findings, f => f is { Rule: "S04", Action: FindingAction.Block });
    }

    [Fact]
    public async Task A_blocked_term_is_held_where_it_stands_although_the_service_does_not_know_it_yet()
    {
        var service = new ScriptedSafety(_ => ScriptedSafety.Safe());
        var outcome = await NewCheck(service).CheckAsync(Post("Kom naar het Klúbfeest!"), Image, Submitted, new(["klubfeest"]), true, null, CancellationToken.None);
        var finding = Assert.Single(Assert.IsType<SafetyOutcome.Done>(outcome).Findings);
        Assert.Equal(("S08", FindingAction.Hold, 13, 22), (finding.Rule, finding.Action, finding.Start, finding.End));
    }

    [Fact]
    public async Task A_list_that_is_gone_at_the_service_does_not_hold_every_post()
    {
        var service = new ScriptedSafety(n => n == 1 ? new SafetyAnswer.NotAnalysed(NotAnalysedReason.Refused) : ScriptedSafety.Safe());
        var outcome = await NewCheck(service).CheckAsync(Post("Hallo."), Image, Submitted, NoTerms, true, null, CancellationToken.None);
        Assert.Empty(Assert.IsType<SafetyOutcome.Done>(outcome).Findings);
        Assert.Equal((2, 1), (service.Calls, service.WithList));
    }

    [Fact]
    public async Task Cancelling_the_check_is_not_taken_for_an_outage()
    {
        using var cancelled = new CancellationTokenSource();
        var service = new ScriptedSafety(async (_, token) =>
        {
            await cancelled.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ScriptedSafety.Safe();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            NewCheck(service).CheckAsync(Post("Hallo."), Image, Submitted, NoTerms, false, null, cancelled.Token));
    }

    [Fact]
    public async Task The_record_holds_versions_and_no_text()
    {
        var service = new ScriptedSafety(_ => ScriptedSafety.Safe((SafetyCategory.Violence, 2)));
        var outcome = await CheckAsync(service, Post("Vrouwen zijn dom in Geheimstad."));
        var json = JsonSerializer.Serialize(outcome.Record);
        Assert.Contains(LocalScreener.Version, json, StringComparison.Ordinal);
        Assert.Contains("2024-09-01", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheimstad", json, StringComparison.Ordinal);
        Assert.DoesNotContain("dom", json, StringComparison.OrdinalIgnoreCase);
        Assert.Equivalent(outcome.Record, JsonSerializer.Deserialize<SafetyRecord>(json), strict: true);
    }

    private static DraftContent Post(string text) => new() { Text = text, Channels = ["facebook"] };

    private static AttachedMedia Photo(string hash, string? alt = null) => new() { Sha256 = hash, Name = "foto.jpg", Alt = alt };

    private static Task<BinaryData?> Image(string hash, CancellationToken cancellationToken) => Task.FromResult(hash switch
    {
        "zoek" => null,
        "groot" => new BinaryData(new byte[SafetyLimits.ImageBytes + 1]),
        _ => new BinaryData(hash),
    });

    private SafetyCheck NewCheck(IContentSafety service) => new(service, Options.Create(new SafetySettings()), time);

    private Task<SafetyOutcome> CheckAsync(IContentSafety service, DraftContent content, SafetyRecord? earlier = null) =>
        NewCheck(service).CheckAsync(content, Image, Submitted, NoTerms, false, earlier, CancellationToken.None);

    /// <summary>Lets time pass until the check ends.</summary>
    private async Task<SafetyOutcome> AdvanceAsync(Task<SafetyOutcome> check)
    {
        for (var step = 0; step < 200 && !check.IsCompleted; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(1); // real time, so that what the fake clock woke can run
        }

        return await check;
    }
}
