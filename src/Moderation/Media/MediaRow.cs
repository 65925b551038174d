using Azure;
using Azure.Data.Tables;
using Moderation.Media.Metadata;

namespace Moderation.Media;

/// <summary>An asset as a row of table <c>media</c>: partition key = asset id, row key <c>asset</c>.</summary>
internal static class MediaRow
{
    public const string RowKey = "asset";

    public static TableEntity Of(MediaAsset asset) => new(asset.Id.ToString(), RowKey)
    {
        ["Owner"] = asset.Owner,
        ["FileName"] = asset.FileName,
        ["State"] = asset.State.ToString(),
        ["CreatedAt"] = asset.CreatedAt,
        ["ChangedAt"] = asset.ChangedAt,
        ["Used"] = asset.Used,
        ["AnnouncedBytes"] = asset.AnnouncedBytes,
        ["Tries"] = asset.Tries,
        ["Trace"] = asset.Trace,
        ["Sha256"] = asset.Cleaned?.Sha256,
        ["Type"] = asset.Cleaned?.Type.ToString(),
        ["Width"] = asset.Cleaned?.Width,
        ["Height"] = asset.Cleaned?.Height,
        ["Bytes"] = asset.Cleaned?.Bytes,
        ["DurationMs"] = asset.Cleaned?.Duration is { } duration ? (long)duration.TotalMilliseconds : null,
        ["HasSound"] = asset.Cleaned?.HasSound,
        ["Artist"] = asset.Cleaned?.Rights.Artist,
        ["Copyright"] = asset.Cleaned?.Rights.Copyright,
        ["Credit"] = asset.Cleaned?.Rights.Credit,
        ["StockLibrary"] = asset.Cleaned?.Rights.StockLibrary,
        ["TakenAt"] = asset.Cleaned?.TakenAt?.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
        ["NoticeNl"] = asset.Cleaned?.Notice?.Nl,
        ["NoticeEn"] = asset.Cleaned?.Notice?.En,
        ["RefusalCode"] = asset.Refusal?.Code,
        ["RefusalNl"] = asset.Refusal?.Words.Nl,
        ["RefusalEn"] = asset.Refusal?.Words.En,
    };

    /// <exception cref="FormatException">The row was not written by this program.</exception>
    public static (MediaAsset Asset, ETag Tag) Read(TableEntity row)
    {
        if (!MediaId.TryParse(row.PartitionKey, out var id) || !Enum.TryParse<MediaState>(row.GetString("State"), out var state))
            throw new FormatException("Not a media row.");
        return (new MediaAsset
        {
            Id = id,
            Owner = row.GetString("Owner"),
            FileName = row.GetString("FileName"),
            State = state,
            CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? throw new FormatException("Not a media row."),
            ChangedAt = row.GetDateTimeOffset("ChangedAt") ?? throw new FormatException("Not a media row."),
            Used = row.GetBoolean("Used") ?? false,
            AnnouncedBytes = row.GetInt64("AnnouncedBytes") ?? 0,
            Tries = row.GetInt32("Tries") ?? 0,
            Trace = row.GetString("Trace"),
            Cleaned = row.GetString("Sha256") is null ? null : Cleaned(row),
            Refusal = row.GetString("RefusalCode") is { } code ? new MediaRefusal(code, new Words(row.GetString("RefusalNl"), row.GetString("RefusalEn"))) : null,
        }, row.ETag);
    }

    private static CleanedMedia Cleaned(TableEntity row) => new()
    {
        Sha256 = row.GetString("Sha256"),
        Type = Enum.TryParse<MediaType>(row.GetString("Type"), out var type) ? type : throw new FormatException("Not a media row."),
        Width = row.GetInt32("Width") ?? 0,
        Height = row.GetInt32("Height") ?? 0,
        Bytes = row.GetInt64("Bytes") ?? 0,
        Duration = row.GetInt64("DurationMs") is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
        HasSound = row.GetBoolean("HasSound") ?? false,
        Rights = new RightsMarks(row.GetString("Artist"), row.GetString("Copyright"), row.GetString("Credit"), row.GetString("StockLibrary")),
        TakenAt = row.GetString("TakenAt") is { } taken ? DateTime.ParseExact(taken, "s", System.Globalization.CultureInfo.InvariantCulture) : null,
        Notice = row.GetString("NoticeNl") is { } nl ? new Words(nl, row.GetString("NoticeEn")) : null,
    };
}
