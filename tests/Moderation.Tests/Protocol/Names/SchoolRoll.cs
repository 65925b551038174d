using Moderation.Consent;
using Moderation.Protocol.Names;

namespace Moderation.Tests.Protocol.Names;

/// <summary>Made-up people: the roster of the domain's examples, and a generated school of any size.</summary>
internal static class SchoolRoll
{
    private static readonly HashSet<string> Infixes =
    [
        "de", "van", "den", "der", "het", "'t", "'s", "in", "op", "aan", "onder", "over", "ten", "ter", "te", "uit", "el", "El", "da", "dos", "la", "los", "von",
    ];

    public static IReadOnlyList<Person> Examples { get; } =
    [
        Pupil("roos", "Roos", null, "Bakker", "3B") with { StudentNumber = "102938" },
        Pupil("bas", "Bas", "de", "Groot", "5H2"),
        Pupil("sterre", "Sterre", "van der", "Linden", "2C") with { Handles = ["sterre_vdl"], Protected = true },
        Pupil("max", "Max", null, "Jong", "4V1"),
        Pupil("daan", "Daan", "van 't", "Hof", "1A") with { StudentNumber = "2019" },
        Pupil("anna", "Anna", null, "Thijssen", "6V"),
        Pupil("thijs", "Thijs", "de", "Wit", "3B"),
        Pupil("zoe", "Zoë", "el", "Amrani", "4H3"),
        Pupil("annefleur", "Anne-Fleur", null, "Jansen-de Vries", "5V"),
        Pupil("noor", "Noor", null, "Yılmaz", "2C") with { StudentNumber = "004321" },
        Pupil("fleur", "Fleur", null, "Mol", "1A"),
        Pupil("jayden", "Jayden", null, "Hoekstra", "2M"),
        Staff("visser", "Marieke", null, "Visser", "M.") with { Email = "m.visser@school.example" },
        Staff("berg", "Jan", "van den", "Berg", "J."),
    ];

    public static Roll Example { get; } = Roll.Build(Examples);

    /// <summary>Reads a file that stands beside this one; comments and empty lines left out.</summary>
    public static string[] Lines(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Moderation.sln")))
            folder = folder.Parent;
        Assert.NotNull(folder);
        return [.. File.ReadLines(Path.Combine(folder.FullName, "tests", "Moderation.Tests", "Protocol", "Names", file))
            .Where(static line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>A school of <paramref name="count"/>, one in eleven staff; common names come often, as they do.</summary>
    public static IReadOnlyList<Person> Generate(int count, int seed = 1)
    {
        var random = new Random(seed);
        var calls = Lines("roll-call-names.txt");
        var surnames = Lines("roll-surnames.txt");
        var people = new List<Person>(count);
        for (var i = 0; i < count; i++)
        {
            var call = calls[(int)(calls.Length * Math.Pow(random.NextDouble(), 1.6))];
            var (infix, surname) = Cut(surnames[(int)(surnames.Length * Math.Pow(random.NextDouble(), 1.3))]);
            var staff = i % 11 == 10;
            var grade = random.Next(1, 7);
            var level = grade < 3 ? "ABCDEFGH"[random.Next(8)].ToString() : $"{"HVM"[random.Next(3)]}{random.Next(1, 5)}";
            var person = staff ? Staff($"s-{i}", call, infix, surname, call[..1] + ".") : Pupil($"p-{i}", call, infix, surname, $"{grade}{level}");
            people.Add(staff ? person : person with { StudentNumber = (100_000 + i).ToString(null, null) });
        }
        return people;
    }

    public static (string? Infix, string Surname) Cut(string name)
    {
        var words = name.Split(' ');
        var count = words.TakeWhile(Infixes.Contains).Count();
        return count == 0 || count == words.Length ? (null, name) : (string.Join(' ', words[..count]), string.Join(' ', words[count..]));
    }

    public static Person Pupil(string id, string call, string? infix, string surname, string group) => new()
    {
        Id = PersonId.Parse(id),
        Kind = PersonKind.Pupil,
        CallName = call,
        Infix = infix,
        Surname = surname,
        Classes = [group],
    };

    public static Person Staff(string id, string call, string? infix, string surname, string initials) => new()
    {
        Id = PersonId.Parse(id),
        Kind = PersonKind.Staff,
        CallName = call,
        Infix = infix,
        Surname = surname,
        Initials = initials,
    };
}
