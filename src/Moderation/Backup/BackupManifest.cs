namespace Moderation.Backup;

/// <summary>Says that a backup is whole and of what it consists. Written last: a folder without one is a backup that was broken off.</summary>
/// <param name="Version">Of the format; 1.</param>
/// <param name="Begun">Nothing that happened before this moment is missing; what happened after it may be.</param>
public sealed record BackupManifest(int Version, DateTimeOffset Begun, DateTimeOffset Finished, IReadOnlyList<BackupTable> Tables)
{
    public const int FormatVersion = 1;

    public long Rows => Tables.Sum(t => t.Rows);

    public long Bytes => Tables.Sum(t => t.Parts.Sum(p => p.Bytes));
}

/// <summary>One table in a backup: its rows in key order, spread over parts that end at the border of a partition.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<BackupPart> Parts)
{
    public long Rows => Parts.Sum(p => (long)p.Rows);
}

/// <param name="Blob">Name of the blob: gzipped lines of JSON (<see cref="BackupRows"/>).</param>
/// <param name="Bytes">Size of the blob.</param>
/// <param name="Sha256">Of the blob, lower-case hex.</param>
public sealed record BackupPart(string Blob, int Rows, long Bytes, string Sha256);
