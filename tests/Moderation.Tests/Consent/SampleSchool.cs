using Moderation.Consent;

namespace Moderation.Tests.Consent;

/// <summary>The made-up school in <c>samples/school</c>, loaded on a day.</summary>
internal static class SampleSchool
{
    public static string Read(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Moderation.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return File.ReadAllText(Path.Combine(folder.FullName, "samples", "school", name));
    }

    public static ConsentRegister LoadOn(DateTimeOffset day, ConsentPolicy? policy = null) =>
        RegisterFiles.Load(Read("people.csv"), Read("guardianships.csv"), Read("consents.csv"), day, policy ?? ConsentPolicy.School) switch
        {
            RegisterFilesResult.Loaded loaded => loaded.Register,
            RegisterFilesResult.Rejected rejected => throw new InvalidOperationException(string.Join('\n', rejected.Problems)),
            _ => throw new InvalidOperationException("Not a result."),
        };

    /// <summary>The one person with this full name and, when given, this class.</summary>
    public static Person Named(this ConsentRegister register, string name, string? inClass = null) =>
        register.People.Single(p => p.FullName == name && (inClass is null || p.Classes.Contains(inClass)));
}
