using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using FsCheck.Xunit;
using Moderation.Backup;

namespace Moderation.Tests.Backup;

public sealed class BackupRowsTests
{
    [Fact]
    public void Every_type_of_a_table_comes_back_as_it_was()
    {
        var row = new TableEntity("partition", "row")
        {
            ["Text"] = "Café “De Zwaan” \n 👩‍🏫 \u0000",
            ["Empty"] = "",
            ["Binary"] = new byte[] { 0, 1, 254, 255 },
            ["Yes"] = true,
            ["Moment"] = new DateTimeOffset(2026, 11, 25, 1, 2, 3, TimeSpan.Zero).AddTicks(4_567_891),
            ["Double"] = 0.1 + 0.2,
            ["NotANumber"] = double.NaN,
            ["Guid"] = Guid.Parse("c0ffee00-0000-4000-8000-000000000001"),
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Nothing"] = null,
        };

        var again = Again(row);

        Assert.Equal(("partition", "row"), (again.PartitionKey, again.RowKey));
        Assert.Equal(
            row.Where(c => c.Value is not null).OrderBy(c => c.Key, StringComparer.Ordinal),
            again.OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    [Property]
    public bool Any_text_and_number_come_back(string key, string text, int whole, long large, bool flag)
    {
        var (partition, sound) = (Sound(key), Sound(text));
        var again = Again(new TableEntity(partition, "r") { ["Text"] = sound, ["Whole"] = whole, ["Large"] = large, ["Flag"] = flag });
        return again.PartitionKey == partition && again.GetString("Text") == sound
            && again.GetInt32("Whole") == whole && again.GetInt64("Large") == large && again.GetBoolean("Flag") == flag;
    }

    [Fact]
    public void What_Azure_keeps_for_itself_is_left_out()
    {
        var row = new TableEntity("p", "r") { ["A"] = 1, ["odata.etag"] = "x" };
        row.Timestamp = new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
        row.ETag = new Azure.ETag("y");

        Assert.Equal("""{"p":"p","r":"r","c":{"A":["i",1]}}""", Line(row));
    }

    [Theory]
    [InlineData("""{"p":"p"}""")]
    [InlineData("""{"p":"p","r":"r","c":{"A":["z",1]}}""")]
    [InlineData("""{"p":"p","r":"r","c":{"A":[]}}""")]
    [InlineData("""{"p":"p","r":"r","c":{"A":["i","one"]}}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_line_that_is_no_row_is_refused(string line) => Assert.ThrowsAny<JsonException>(() => BackupRows.Read(line));

    /// <summary>A string of a table is UTF-16 that JSON can carry: half a pair is not.</summary>
    private static string Sound(string? text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));

    private static TableEntity Again(TableEntity row) => BackupRows.Read(Line(row));

    private static string Line(TableEntity row)
    {
        using var stream = new MemoryStream();
        BackupRows.Write(stream, row);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n');
    }
}
