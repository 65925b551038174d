using Moderation.Consent;
using Moderation.Publishing;

namespace Moderation.Tests.Consent;

public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+31", "\"'+31\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a\"b;c", "\"a\"\"b;c\"")]
    [InlineData("Daan van 't Hof", "\"Daan van 't Hof\"")]
    [InlineData("Zoë", "Zoë")]
    [InlineData(null, "")]
    public void No_cell_is_a_formula(string? value, string cell) => Assert.Equal(cell, SafeCsv.Cell(value));

    [Fact]
    public void An_export_says_yes_or_no_and_nothing_about_protection()
    {
        var now = new DateTimeOffset(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
        var school = SampleSchool.LoadOn(now);
        var lines = SafeCsv.Decisions(school, ChannelRegister.School, now).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (school.People.Count * 6), lines.Length);
        static string Answers(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l[(l.IndexOf(";foto;", StringComparison.Ordinal) + 1)..]));
        Assert.Equal(
            Answers(lines.Where(l => l.Contains("Thijs de Wit", StringComparison.Ordinal) && l.Contains(";foto;", StringComparison.Ordinal))),
            Answers(lines.Where(l => l.Contains("Mila Zomer", StringComparison.Ordinal) && l.Contains(";foto;", StringComparison.Ordinal))));
        Assert.Contains(lines, l => l.Contains("Guus Mulder", StringComparison.Ordinal) && l.Contains("beoordelen", StringComparison.Ordinal));
    }
}
