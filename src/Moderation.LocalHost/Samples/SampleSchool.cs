using Moderation.Consent;
using Moderation.Drafts;
using Moderation.LocalHost.Storage;

namespace Moderation.LocalHost.Samples;

/// <summary>The made-up school's register, from the CSV files in <c>samples/school</c>; dates in them are relative to the day they are loaded.</summary>
public static class SampleSchool
{
    public static ConsentRegister Load(string samples, DateTimeOffset now) => Load(
        Path.Combine(samples, "school", "people.csv"),
        Path.Combine(samples, "school", "guardianships.csv"),
        Path.Combine(samples, "school", "consents.csv"),
        now);

    /// <exception cref="LocalException">A file is missing or a row cannot be read; the message lists every row.</exception>
    public static ConsentRegister Load(string people, string? guardianships, string consents, DateTimeOffset now) =>
        RegisterFiles.Load(Read(people), guardianships is null ? null : Read(guardianships), Read(consents), now, ConsentPolicy.School) switch
        {
            RegisterFilesResult.Loaded loaded => loaded.Register,
            RegisterFilesResult.Rejected rejected => throw new LocalException(
                string.Join(Environment.NewLine, ["The register cannot be loaded:", .. rejected.Problems.Select(p => $"  {p}")])),
            _ => throw new LocalException("The register cannot be loaded."),
        };

    private static string Read(string file) =>
        File.Exists(file) ? File.ReadAllText(file) : throw new LocalException($"There is no file {file}.");
}
