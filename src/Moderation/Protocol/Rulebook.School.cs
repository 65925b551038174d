namespace Moderation.Protocol;

public sealed partial record Rulebook
{
    private static readonly Lazy<Rulebook> BuiltIn = new(static () =>
    {
        const string Name = "Moderation.Protocol.rulebook.json";
        using var stream = typeof(Rulebook).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The program was built without its resource {Name}.");
        return Load(stream);
    });

    /// <summary>The rulebook that comes with the program: Protocol sociale media 2017-2018, with the school's own lists.</summary>
    public static Rulebook School => BuiltIn.Value;

    /// <summary>Reads a rulebook file: JSON as in <c>Protocol/rulebook.json</c>.</summary>
    /// <exception cref="RulebookException">The file is not a rulebook; the exception lists everything that is wrong with it.</exception>
    public static Rulebook Load(Stream json) => RulebookFile.Read(json);

    /// <summary>The rule, or a stand-in that says the rulebook does not know it.</summary>
    public Rule Find(string id) => Rules.GetValueOrDefault(id)
        ?? new Rule(id, "-", new Words("Onbekende regel", "Unknown rule"));
}
