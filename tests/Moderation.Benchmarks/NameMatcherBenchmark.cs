using BenchmarkDotNet.Attributes;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Protocol.Names;

namespace Moderation.Benchmarks;

/// <summary>One post of about 1,000 characters against rolls of 1,300 and 130,000: the costs must be alike.</summary>
[SimpleJob(launchCount: 1, warmupCount: 10, iterationCount: 10)]
[MemoryDiagnoser]
public class NameMatcherBenchmark
{
    private static readonly string[] Parts =
        ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "ro", "su", "ta", "ve", "wi", "zo", "ha", "je", "mi", "no", "ra", "te"];

    private static readonly string Text = $"""
        Wat was het een prachtige dag! Vanochtend vertrokken onze derdeklassers met de bus naar Amsterdam, waar ze het Rijksmuseum
        en het Anne Frank Huis bezochten. In de trein terug werd er volop gezongen. De leerlingen kregen vooraf een opdracht mee: maak een
        foto van het schilderij dat jou het meest raakt en schrijf er een kort gedicht bij. {CallName(12)} {Surname(34)} uit 3B won de eerste prijs met
        een gedicht over licht en donker, en ook {CallName(7)} van der {Surname(19)} viel op. "Ik had nooit gedacht dat ik dit kon," vertelt {CallName(12)} na
        afloop. Docent Nederlands mevrouw {Surname(55)} was trots op de hele groep. De gedichten hangen tot de kerstvakantie in de hal naast de
        mediatheek, dus loop er vooral eens langs in de pauze. Volgende week is de klas van de bovenbouw aan de beurt: zij gaan op woensdag
        naar Den Haag. Vergeet je lunchpakket en een warme jas niet, want we lopen een groot deel van de dag buiten. Kijk voor het programma
        op https://school.example/excursies of mail naar excursies@school.example. Tot dan, en nogmaals: wat een dag! #museum #trots
        """;

    private Roll roll = Roll.Build([]);
    private DraftContent content = new() { Text = "", Channels = [] };

    [Params(1_300, 130_000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        roll = Roll.Build(Generate(People));
        content = new DraftContent { Text = Text, Channels = ["website"] };
    }

    [Benchmark]
    public IReadOnlyList<NameMatch> FindAll() => NameMatcher.FindAll(roll, content);

    // As many people to a name in the small school as in the large one would need more names than there are;
    // the call names grow with the roll until there are 4,000 and the surnames until there are 40,000, much as they do.
    private static IEnumerable<Person> Generate(int count)
    {
        var random = new Random(1);
        var calls = Math.Min(count / 3, 4_000);
        var surnames = Math.Min(count * 7 / 10, 40_000);
        for (var i = 0; i < count; i++)
        {
            yield return new Person
            {
                Id = PersonId.Parse($"p-{i}"),
                Kind = i % 11 == 0 ? PersonKind.Staff : PersonKind.Pupil,
                CallName = CallName(i == 1 ? 12 : i == 2 ? 7 : random.Next(calls)),
                Infix = i % 4 == 2 ? "van der" : null,
                Surname = Surname(i == 0 ? 55 : i == 1 ? 34 : i == 2 ? 19 : random.Next(surnames)),
                Classes = [i == 1 ? "3B" : $"{random.Next(1, 7)}{(char)('A' + random.Next(8))}"],
                StudentNumber = $"{200_000 + i}",
            };
        }
    }

    private static string CallName(int number) => Syllables(number + 400);

    private static string Surname(int number) => Syllables(number + 8_000) + "stra";

    // Made-up names that read like names: Fidale, Romiku.
    private static string Syllables(int number)
    {
        var name = "";
        for (; number > 0; number /= Parts.Length)
            name += Parts[number % Parts.Length];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
