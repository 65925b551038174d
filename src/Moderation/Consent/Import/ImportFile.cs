using System.Security.Cryptography;
using System.Text;

namespace Moderation.Consent.Import;

/// <summary>
/// An export of Magister, Somtoday or a form, read into memory and never kept: only its hash is (<c>domain.md</c> §6).
/// The text is UTF-8 with or without a mark, UTF-16 with a mark, or Windows-1252; the separator is <c>;</c>, <c>,</c> or a tab.
/// </summary>
public sealed class ImportFile
{
    private ImportFile(string hash, CsvTable table)
    {
        Hash = hash;
        Table = table;
    }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Column names as the file has them.</summary>
    public IReadOnlyList<string> Columns => Table.Header;

    /// <summary>Rows that can be read, the header not counted.</summary>
    public int Rows => Table.Rows.Count;

    internal CsvTable Table { get; }

    public static ImportFile Read(ReadOnlySpan<byte> bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)), CsvTable.Read("import", Decode(bytes)));

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Text with accents that is not UTF-8 comes from an older Excel.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes); // not null: this provider has 1252
        }
    }
}
