using FsCheck.Xunit;
using Moderation.Protocol;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class SafetyFindingsTests
{
    private static readonly SafetySettings Settings = new();

    [Theory]
    [InlineData(0, false, null)]
    [InlineData(2, false, FindingAction.Warn)]
    [InlineData(4, false, FindingAction.Hold)]
    [InlineData(6, false, FindingAction.Hold)]
    [InlineData(6, true, FindingAction.Block)]
    [InlineData(4, true, FindingAction.Hold)]
    public void Only_a_strong_combination_blocks(int severity, bool strong, FindingAction? action) =>
        Assert.Equal(action, SafetyFindings.Action(severity, strong, Settings.Hate));

    [Fact]
    public void The_stricter_of_screener_and_service_counts()
    {
        var local = new FieldEvidence("text", new(SafetyCategory.Hate, 2, false, 0, 5, "soort"));
        Assert.Equal(FindingAction.Hold, Strictest(Record([local], ScriptedSafety.Safe((SafetyCategory.Hate, 4)))));
        Assert.Equal(FindingAction.Warn, Strictest(Record([local], ScriptedSafety.Safe())));
        var strong = new FieldEvidence("text", new(SafetyCategory.Hate, 6, true, 0, 5, "soort"));
        Assert.Equal(FindingAction.Block, Strictest(Record([strong], ScriptedSafety.Safe())));
    }

    [Fact]
    public void The_service_alone_never_blocks() =>
        Assert.Equal(FindingAction.Hold, Strictest(Record([], ScriptedSafety.Safe((SafetyCategory.Sexual, 6)))));

    [Theory]
    [InlineData(SafetyCategory.Hate)]
    [InlineData(SafetyCategory.Sexual)]
    [InlineData(SafetyCategory.SelfHarm)]
    [InlineData(SafetyCategory.Violence)]
    public void A_missing_severity_is_held_as_not_checked(SafetyCategory category)
    {
        var findings = From(Record([], ScriptedSafety.Safe((category, null))));
        Assert.Equal(("S06", FindingAction.Hold, FindingGround.Unchecked), (findings.Single().Rule, findings.Single().Action, findings.Single().Ground));
        var without = ScriptedSafety.Safe();
        var partial = without with { Severities = without.Severities.Where(s => s.Key != category).ToDictionary() };
        Assert.Equal("S06", From(Record([], partial)).Single().Rule);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(8)]
    public void An_impossible_severity_is_not_believed(int severity) =>
        Assert.Contains(From(Record([], ScriptedSafety.Safe((SafetyCategory.Hate, severity)))), f => f.Rule == "S06");

    [Fact]
    public void A_picture_s_severities_become_one_finding_each()
    {
        var record = SafetyRecord.Empty with { Images = [new("aa", ScriptedSafety.Safe((SafetyCategory.Sexual, 4), (SafetyCategory.Violence, 2)))] };
        var findings = SafetyFindings.From(record, [new(0, "aa", false)], [], Settings);
        Assert.Equal([("S05", FindingAction.Hold, "media[0]"), ("S05", FindingAction.Warn, "media[0]")], findings.Select(f => (f.Rule, f.Action, f.Field)));
    }

    [Fact]
    public void A_picture_used_twice_is_held_at_both_places()
    {
        var record = SafetyRecord.Empty with { Images = [new("aa", new SafetyAnswer.NotAnalysed(NotAnalysedReason.NotConfigured))] };
        var findings = SafetyFindings.From(record, [new(0, "aa", false), new(1, "aa", false)], [], Settings);
        Assert.Equal(["media[0]", "media[1]"], findings.Select(f => f.Field));
    }

    [Fact]
    public void A_hit_of_the_service_s_blocklist_is_told_once()
    {
        var answer = ScriptedSafety.Safe() with { BlocklistHits = [new("school", "id")] };
        var record = Record([], answer);
        Assert.Equal("S08", From(record).Single().Rule);
        var findings = SafetyFindings.From(record, [], [("text", 3, 7)], Settings);
        Assert.Equal((3, 7), (findings.Single().Start, findings.Single().End));
    }

    [Fact]
    public void Thresholds_are_each_category_s_own()
    {
        var settings = new SafetySettings { Violence = new() { Warn = 4, Hold = 6, Block = 7 } };
        var record = Record([], ScriptedSafety.Safe((SafetyCategory.Violence, 4), (SafetyCategory.Hate, 4)));
        var findings = SafetyFindings.From(record, [], [], settings);
        Assert.Equal([("S01", FindingAction.Hold), ("S04", FindingAction.Warn)], findings.Select(f => (f.Rule, f.Action)));
    }

    [Property]
    public void A_higher_severity_never_does_less(byte first, byte second, bool strong)
    {
        var (low, high) = (Math.Min(first % 8, second % 8), Math.Max(first % 8, second % 8));
        var milder = SafetyFindings.Action(low, strong, Settings.Hate);
        var stricter = SafetyFindings.Action(high, strong, Settings.Hate);
        Assert.True(milder is null || stricter >= milder);
    }

    [Property]
    public void What_was_not_analysed_is_always_held(byte reason, bool image)
    {
        var answer = new SafetyAnswer.NotAnalysed((NotAnalysedReason)(reason % Enum.GetValues<NotAnalysedReason>().Length));
        var record = image ? SafetyRecord.Empty with { Images = [new("aa", answer)] } : Record([], answer);
        var findings = SafetyFindings.From(record, image ? [new(0, "aa", false)] : [], [], Settings);
        Assert.Contains(findings, f => f is { Rule: "S06", Action: FindingAction.Hold, Ground: FindingGround.Unchecked });
    }

    private static SafetyRecord Record(FieldEvidence[] local, SafetyAnswer answer) =>
        SafetyRecord.Empty with { Local = local, Texts = [new("00", ["text"], answer)] };

    private static IReadOnlyList<Finding> From(SafetyRecord record) => SafetyFindings.From(record, [], [], Settings);

    private static FindingAction? Strictest(SafetyRecord record) => From(record).Max(f => (FindingAction?)f.Action);
}
