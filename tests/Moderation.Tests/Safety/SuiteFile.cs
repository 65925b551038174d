using System.Runtime.CompilerServices;

namespace Moderation.Tests.Safety;

/// <summary>
/// A list of sentences in <c>Suites/</c>: one a line, <c>kind | sentence</c> or only the sentence, # for comments.
/// <c>{P}</c> and <c>{S}</c> are filled with a group's plural and singular, with a few groups a line in turn.
/// </summary>
internal static class SuiteFile
{
    /// <summary>Groups in the suites for tuning.</summary>
    public static readonly (string Plural, string Singular)[] TrainGroups =
    [
        ("moslims", "moslim"), ("vrouwen", "vrouw"), ("homo's", "homo"), ("zwarte mensen", "zwarte man"),
        ("gehandicapten", "gehandicapte"), ("immigranten", "immigrant"), ("transgenders", "transgender"), ("joden", "jood"),
    ];

    /// <summary>Groups in the held-out suite.</summary>
    public static readonly (string Plural, string Singular)[] HeldOutGroups =
    [
        ("lesbiennes", "lesbienne"), ("asielzoekers", "asielzoeker"), ("Marokkanen", "Marokkaan"), ("transvrouwen", "transvrouw"),
        ("mensen met een beperking", "rolstoelgebruiker"), ("Turken", "Turk"), ("Aziaten", "Aziaat"), ("Polen", "Pool"),
        ("donkere mensen", "donkere man"), ("islamieten", "islamiet"), ("Surinamers", "Surinamer"), ("bejaarden", "bejaarde"),
        ("buitenlanders", "buitenlander"), ("meisjes", "meisje"), ("christenen", "christen"),
    ];

    /// <summary>Groups in the suites named <c>wide</c>; English ones fill <c>{E}</c>.</summary>
    public static readonly (string Plural, string Singular)[] WideGroups =
    [
        ("Syriërs", "Syriër"), ("joden", "jood"), ("moslima's", "moslima"), ("homoseksuelen", "homoseksueel"), ("vluchtelingen", "vluchteling"),
        ("zwarten", "zwarte vrouw"), ("vrouwen", "vrouw"), ("transgender personen", "transpersoon"), ("Roma", "zigeuner"), ("autisten", "autist"),
        ("Antillianen", "Antilliaan"), ("Chinezen", "Chinees"), ("dove mensen", "dove man"), ("migranten", "migrant"), ("hindoes", "hindoe"),
    ];

    /// <summary>Groups in the suites named <c>form</c>.</summary>
    public static readonly (string Plural, string Singular)[] AllGroups = [.. TrainGroups.Concat(HeldOutGroups).Concat(WideGroups).DistinctBy(g => g.Plural)];

    private static readonly string[] English =
        ["Muslims", "gay people", "women", "refugees", "black people", "disabled people", "trans people", "Jews", "immigrants"];

    public static List<(string Kind, string Text)> Read(string name, (string Plural, string Singular)[]? groups = null, int groupsALine = 3, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here) ?? ".", "Suites", name);
        var sentences = new List<(string, string)>();
        var number = 0;
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var (kind, text) = bar < 0 ? ("", line.Trim()) : (line[..bar].Trim(), line[(bar + 1)..].Trim());
            number++;
            if (groups is null || !text.Contains('{', StringComparison.Ordinal))
            {
                sentences.Add((kind, text));
                continue;
            }

            for (var k = 0; k < groupsALine; k++)
            {
                var (plural, singular) = groups[((number * 7) + (k * 3)) % groups.Length];
                var filled = text.Replace("{P}", plural, StringComparison.Ordinal).Replace("{S}", singular, StringComparison.Ordinal)
                    .Replace("{E}", English[((number * 2) + (k * 5)) % English.Length], StringComparison.Ordinal);
                sentences.Add((kind, char.ToUpperInvariant(filled[0]) + filled[1..]));
            }
        }

        return sentences;
    }
}
