using System.Text;
using FsCheck.Xunit;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class TextPiecesTests
{
    [Fact]
    public void All_fields_of_a_usual_draft_are_one_call()
    {
        var piece = Assert.Single(TextPieces.Cut([("text", "Hallo."), ("title", ""), ("media[0].alt", "Een foto.")]));
        Assert.Equal("Hallo.\n\nEen foto.", piece.Text);
        Assert.Equal(["text", "media[0].alt"], piece.Fields);
    }

    [Fact]
    public void Nothing_to_read_is_no_call() => Assert.Empty(TextPieces.Cut([("text", " \n")]));

    [Fact]
    public void Exactly_the_limit_is_one_call_and_one_code_point_more_is_two()
    {
        Assert.Single(TextPieces.Cut([("text", string.Concat(Enumerable.Repeat("😀", 10_000)))]));
        Assert.Equal(2, TextPieces.Cut([("text", string.Concat(Enumerable.Repeat("😀", 10_001)))]).Count);
    }

    [Fact]
    public void A_long_text_is_cut_after_a_sentence_and_goes_on_with_an_overlap()
    {
        var text = string.Concat(Enumerable.Range(0, 850).Select(i => $"Dit is zin nummer {i}. "));
        var pieces = TextPieces.Cut([("text", text)]);
        Assert.Equal(2, pieces.Count);
        Assert.EndsWith(". ", pieces[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Dit is zin", pieces[1].Text, StringComparison.Ordinal);
        var lastOfFirst = pieces[0].Text.TrimEnd()[(pieces[0].Text.TrimEnd().LastIndexOf("Dit", StringComparison.Ordinal))..];
        Assert.Contains(lastOfFirst, pieces[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_draft_takes_few_calls()
    {
        var text = string.Concat(Enumerable.Repeat("Een zin van gewone lengte staat hier. ", 2_632));
        Assert.InRange(TextPieces.Cut([("text", text[..100_000])]).Count, 10, 12);
    }

    [Property]
    public void Every_piece_fits_and_every_character_is_in_one(string?[]? texts, byte limit)
    {
        var fields = (texts ?? []).Select((t, i) => ($"f{i}", t ?? "")).ToList();
        var most = 10 + (limit % 60);
        var pieces = TextPieces.Cut(fields, most);
        Assert.All(pieces, p => Assert.InRange(p.Text.EnumerateRunes().Count(), 1, most));
        foreach (var (name, text) in fields.Where(f => !string.IsNullOrWhiteSpace(f.Item2)))
            Assert.Contains(pieces, p => p.Fields.Contains(name));
        var whole = string.Join("\n\n", fields.Select(f => f.Item2).Where(t => !string.IsNullOrWhiteSpace(t)));
        var at = 0;
        foreach (var piece in pieces)
        {
            // Where it can reach furthest: a short piece may stand earlier in the text as well.
            var start = whole.LastIndexOf(piece.Text, Math.Min(whole.Length, at + piece.Text.Length) - 1, StringComparison.Ordinal);
            Assert.InRange(start, 0, at);
            at = Math.Max(at, start + piece.Text.Length);
        }

        Assert.Equal(whole.Length, at);
    }

    [Property]
    public void No_pair_of_surrogates_is_torn(byte count, byte limit)
    {
        var text = string.Concat(Enumerable.Range(0, count).Select(i => i % 5 == 0 ? " " : i % 3 == 0 ? "a" : "🎉"));
        foreach (var piece in TextPieces.Cut([("text", text)], 10 + (limit % 40)))
            Assert.DoesNotContain(Rune.ReplacementChar, piece.Text.EnumerateRunes());
    }
}
