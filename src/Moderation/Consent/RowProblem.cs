namespace Moderation.Consent;

/// <summary>One thing wrong in a file. Says where and what to do, never what stood there (I17).</summary>
/// <param name="File">File as the user knows it, e.g. <c>people</c>.</param>
/// <param name="Row">Line number in the file, the header being 1; 0 for the file as a whole.</param>
/// <param name="Column">Column name; empty for the whole row.</param>
/// <param name="What">What is wrong and what to do.</param>
public sealed record RowProblem(string File, int Row, string Column, Words What)
{
    public override string ToString() => Column.Length == 0 ? $"{File}:{Row}: {What.Nl}" : $"{File}:{Row}: {Column}: {What.Nl}";
}
