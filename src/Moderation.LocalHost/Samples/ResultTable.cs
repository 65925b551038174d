using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Storage;

namespace Moderation.LocalHost.Samples;

/// <summary>The table that the console shows: draft, findings, outcome, channels, time.</summary>
public static class ResultTable
{
    public static void Print(IReadOnlyList<SampleResult> results, bool compare)
    {
        var rows = results.Select(r => new[]
        {
            r.Sample.Name,
            r.Rules.Count == 0 ? "-" : string.Join(' ', r.Rules),
            Code(r.Outcome) + (r.End.Head.State == r.Outcome ? "" : " → " + Code(r.End.Head.State)),
            string.Join(' ', r.End.Head.Channels.Select(c => c.State == ChannelState.Published ? c.Code : $"({c.Code})")),
            $"{r.Took.TotalSeconds:0.0} s",
            !compare ? "" : r.AsExpected ? "ok" : $"EXPECTED {Code(r.Sample.Expect.Screening)} → {Code(r.Sample.Expect.End)} {string.Join(' ', r.Sample.Expect.Rules)}",
        }).Prepend(["draft", "findings", "outcome", "channels", "time", ""]).ToList();

        var widths = Enumerable.Range(0, 6).Select(column => rows.Max(r => r[column].Length)).ToArray();
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string Code(DraftState state) => Json.Write(state).Trim('"');
}
