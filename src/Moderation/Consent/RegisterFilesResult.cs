namespace Moderation.Consent;

/// <summary>What came of reading the register's files: all of it, or none of it.</summary>
public abstract record RegisterFilesResult
{
    private RegisterFilesResult()
    {
    }

    public sealed record Loaded(ConsentRegister Register) : RegisterFilesResult;

    /// <summary>Nothing was loaded. Lists every problem of every file.</summary>
    public sealed record Rejected(IReadOnlyList<RowProblem> Problems) : RegisterFilesResult;
}
