using Moderation.Protocol;

namespace Moderation.Tests.Protocol;

/// <summary>
/// An example on either side for every rule that reads texts, files or declarations: <c>B</c> blocked by the rule, <c>H</c> held or blocked by it,
/// <c>W</c> at least warned about, <c>!</c> stopped by whatever rule, <c>~</c> not blocked, <c>-</c> not stopped by anything.
/// </summary>
public sealed class DomainExamplesTests
{
    public static TheoryData<string> Examples() => [.. SchoolChecker.Lines("domain-examples.txt")];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_of_the_rules_come_out_right(string example)
    {
        var (rule, want) = (example[..3], example[4]);
        var post = SchoolChecker.Json(example[6..]);
        var shown = $"{post.Outcome}: {string.Join(", ", post.Findings.Select(static f => $"{f.Rule} {f.Action} {f.Field}"))}";

        Assert.True(post.Errors is null, string.Join(", ", post.Errors?.Select(static e => e.Field) ?? []));
        Assert.True(
            want switch
            {
                'B' => post.Findings.Any(f => f.Rule == rule && f.Action == FindingAction.Block),
                'H' => post.Findings.Any(f => f.Rule == rule && f.Action >= FindingAction.Declare),
                'W' => post.Findings.Any(f => f.Rule == rule && f.Action >= FindingAction.Warn),
                '!' => SchoolChecker.Stops(post),
                '~' => post.Outcome != "blocked",
                _ => !SchoolChecker.Stops(post),
            },
            shown);
    }
}
