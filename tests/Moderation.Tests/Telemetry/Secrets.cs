using Moderation.Consent;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.SignIn;
using Moderation.LocalHost.Storage;
using SampleSchool = Moderation.LocalHost.Samples.SampleSchool;

namespace Moderation.Tests.Telemetry;

/// <summary>Everything of the sample school that may stand in no signal: names of people, and every sentence of every draft.</summary>
internal static class Secrets
{
    private static readonly Lazy<IReadOnlyList<string>> All = new(() => [.. Names().Concat(Sentences()).Where(s => s.Length > 4).Distinct(StringComparer.Ordinal)]);

    public static int Count => All.Value.Count;

    /// <summary>What of it stands in <paramref name="text"/>, as it is or as an address would write it.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. All.Value.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase) || text.Contains(Uri.EscapeDataString(s), StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<string> Names()
    {
        var people = SampleSchool.Load(LocalFolders.Samples, TimeProvider.System.GetUtcNow()).People.SelectMany(Forms);
        var staff = new SampleUsers(LocalFolders.Samples).All.SelectMany(u => (string[])[u.Name, u.Name[(u.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]]);
        // A surname that is also a word of the code would be found everywhere.
        return people.Concat(staff).Where(n => !Ordinary.Contains(n));
    }

    private static IEnumerable<string> Forms(Person person) => [person.FullName, person.Surname, .. person.Handles, .. person.Email is { } mail ? [mail] : Array.Empty<string>()];

    private static readonly HashSet<string> Ordinary = new(StringComparer.OrdinalIgnoreCase) { "Groot", "Bakker" };

    private static IEnumerable<string> Sentences() =>
        SampleDraft.LoadAll(LocalFolders.Samples).Select(d => d.Submission)
            .SelectMany(s => (string?[])[s.Title, s.Text, s.Byline, .. (s.Media ?? []).SelectMany(m => (string?[])[m.Alt, m.Caption, m.Maker, m.Situation])])
            .OfType<string>().SelectMany(t => t.Split(['.', '!', '?', '\n'], StringSplitOptions.TrimEntries)).Where(t => t.Length > 12);
}
