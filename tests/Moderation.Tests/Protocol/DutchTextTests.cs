using FsCheck.Xunit;
using Moderation.Protocol.Reading;
using Moderation.Protocol.Rules;

namespace Moderation.Tests.Protocol;

public sealed class DutchTextTests
{
    [Theory]
    [InlineData("Dhr. De Boer komt om 14.00 uur. Tot dan!", 2)]
    [InlineData("Foto: J. van den Berg. Kijk op www.school.example.", 2)]
    [InlineData("\"Wat leuk!\" zegt ze. Klaar.", 2)]
    [InlineData("Eerst dit\nDaarna dat", 2)]
    [InlineData("een regel die\nverder loopt", 1)]
    [InlineData("Breng o.a. een pen mee, bijv. een blauwe.", 1)]
    [InlineData("Gewonnen!!! Wat een feest…", 2)]
    [InlineData("", 0)]
    public void A_text_is_cut_into_sentences(string text, int count) => Assert.Equal(count, DutchText.Read(text).Sentences.Count);

    [Theory]
    [InlineData("Het thema is \"Durf\".", "durf")]
    [InlineData("‘Wat leuk’, zei ze", "wat leuk")]
    [InlineData("'s Middags en 't jaar, Bas' fiets", null)]
    [InlineData("„Zo is het”", "zo is het")]
    public void Quotation_marks_are_told_from_apostrophes(string text, string? quoted)
    {
        var read = DutchText.Read(text);

        Assert.Equal(quoted, read.Quotes.Select(q => read.Folded[q.Start..q.End]).SingleOrDefault());
    }

    [Property(MaxTest = 300)]
    public void Every_place_in_the_folded_text_leads_back_into_the_original(string? text)
    {
        var read = DutchText.Read(text ?? "");
        for (var i = 0; i < read.Folded.Length; i++)
        {
            var original = read.ToOriginal(new Span(i, i + 1));
            Assert.InRange(original.Start, 0, read.Original.Length - 1);
            Assert.InRange(original.End, original.Start + 1, read.Original.Length);
        }
        Assert.Equal(read.Cased.Length, read.Folded.Length);
    }

    [Property(MaxTest = 300)]
    public void Sentences_lie_in_order_and_do_not_overlap(string? text)
    {
        var end = 0;
        foreach (var sentence in DutchText.Read(text ?? "").Sentences)
        {
            Assert.True(sentence.Start >= end && sentence.End > sentence.Start);
            end = sentence.End;
        }
    }

    [Theory]
    [InlineData("123456782", true)]
    [InlineData("111222333", true)]
    [InlineData("123456789", false)]
    [InlineData("000000000", false)]
    [InlineData("1234.56.782", true)]
    public void A_citizen_service_number_passes_the_eleven_proof(string number, bool valid) => Assert.Equal(valid, NumberChecks.IsCitizenNumber(number));

    [Theory]
    [InlineData("NL91ABNA0417164300", true)]
    [InlineData("NL92ABNA0417164300", false)]
    [InlineData("BE68539007547034", true)]
    [InlineData("NL91ABNA041716430", false)]
    public void An_account_number_passes_modulo_97(string number, bool valid) => Assert.Equal(valid, NumberChecks.IsIban(number));

    [Theory]
    [InlineData("06-12 34 56 78", "0612345678")]
    [InlineData("+31 6 12345678", "0612345678")]
    [InlineData("0031612345678", "0612345678")]
    [InlineData("+31 (0)38 123 45 67", "0381234567")]
    [InlineData("038 12345", null)]
    public void Telephone_numbers_are_read_in_every_notation(string text, string? digits) => Assert.Equal(digits, NumberChecks.PhoneDigits(text));

    [Theory]
    [InlineData("www.kwf.nl", true)]
    [InlineData("kwf.nl", true)]
    [InlineData("nepkwf.nl", false)]
    [InlineData("kwf.nl.evil.com", false)]
    public void A_domain_stands_for_its_subdomains_only(string host, bool matches) => Assert.Equal(matches, Domains.Matches(host, ["kwf.nl"]));

    [Theory]
    [InlineData(@"\G(?:\b(?:ziek(?:te)?|in\s(?:een|het)\shuis)\b)", "ziekte", true)]
    [InlineData(@"\G(?:\b(?:ziek(?:te)?|in\s(?:een|het)\shuis)\b)", "in het huis", true)]
    [InlineData(@"\G(?:\b(?:ziek(?:te)?|in\s(?:een|het)\shuis)\b)", "zien", false)]
    [InlineData(@"\G(?:\b(?:a|be?)[cd]+x)", "bdx", true)]
    [InlineData(@"\G(?:(?!niet)\b(?:wel|niks){1,2})", "nooit", false)]
    public void Beginnings_let_through_what_can_match(string pattern, string text, bool fits)
    {
        var beginnings = Beginnings.Of(pattern);

        Assert.Equal(fits, Enumerable.Range(0, Beginnings.Depth + 1).Any(n => n <= text.Length && beginnings.OfLength(n).Contains(text.Take(n).Aggregate(0UL, Beginnings.Pack))));
    }
}
