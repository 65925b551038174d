using System.Text.RegularExpressions;
using Moderation.Protocol;

namespace Moderation.Tests.Protocol;

/// <summary>
/// Sentences that were written away from the rules and measured before the rules were changed for them. Each line: a rule, <c>H</c> (must be stopped),
/// <c>W</c> (at least a warning of that rule) or <c>-</c> (must pass), and the sentence.
/// </summary>
public sealed partial class UnseenSentencesTests
{
    private const string HeldOut = "held-out.txt";

    [Theory]
    [InlineData("unseen-first.txt", 0.93)]
    [InlineData("unseen-second.txt", 0.90)]
    [InlineData("unseen-third.txt", 0.93)]
    [InlineData(HeldOut, 0.65)] // 64 of 96, as many as before the rules were bettered for unseen-third.txt
    public void Most_wordings_are_caught_and_hardly_anything_harmless_is(string file, double recall)
    {
        int caught = 0, bad = 0, stopped = 0, good = 0;
        var wrong = new List<string>();
        foreach (var line in SchoolChecker.Lines(file))
        {
            var (rule, want, channels, text) = Read(line);
            var post = SchoolChecker.Text(text, channels);
            var stops = SchoolChecker.Stops(post);
            if (want == '-')
            {
                good++;
                stopped += stops ? 1 : 0;
            }
            else
            {
                bad++;
                caught += stops || want == 'W' && post.Findings.Any(f => f.Rule == rule && f.Action == FindingAction.Warn) ? 1 : 0;
            }
            if (want == '-' ? stops : !stops)
                wrong.Add(line);
        }

        var shown = file == HeldOut ? "Which ones is not shown: nobody tunes on them." : string.Join('\n', wrong);
        Assert.True(caught >= recall * bad, $"{caught} of {bad} caught\n{shown}");
        Assert.True(stopped <= 0.03 * good, $"{stopped} of {good} stopped\n{shown}");
    }

    [Theory]
    [InlineData("ordinary-school.txt")]
    [InlineData("Names/ordinary-sentences.txt")] // written for the names
    public void A_thousand_ordinary_school_sentences_are_not_blocked_and_hardly_ever_held(string file)
    {
        var sentences = SchoolChecker.Lines(file).ToList();
        var held = sentences.Select(static s => (Sentence: s, Post: SchoolChecker.Text(s))).Where(static s => SchoolChecker.Stops(s.Post)).ToList();
        var shown = string.Join('\n', held.Select(static h => $"{h.Post.Outcome} {string.Join(',', h.Post.Findings.Select(static f => f.Rule))}: {h.Sentence}"));

        Assert.True(sentences.Count >= 1_000, $"{sentences.Count} sentences");
        Assert.True(held.Count < 0.02 * sentences.Count, shown);
        Assert.DoesNotContain(held, static h => h.Post.Outcome == "blocked");
    }

    private static (string Rule, char Want, string[]? Channels, string Text) Read(string line)
    {
        var match = Line().Match(line);
        return (match.Groups["rule"].Value, match.Groups["want"].Value[0], match.Groups["channels"] is { Success: true } c ? c.Value.Split(',') : null, match.Groups["text"].Value);
    }

    [GeneratedRegex(@"^(?<rule>\w{3})\s(?<want>.)\s(?:\[(?<channels>[a-z,]+)\]\s)?(?<text>.*)$")]
    private static partial Regex Line();
}
