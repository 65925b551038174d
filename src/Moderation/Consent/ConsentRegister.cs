using Moderation.Publishing;

namespace Moderation.Consent;

/// <summary>
/// Everything the school knows about people and their consent at one moment. Never changes: a change is a new register.
/// </summary>
public sealed class ConsentRegister
{
    private readonly Dictionary<PersonId, Person> people;
    private readonly ILookup<PersonId, ConsentRecord> records;
    private readonly ILookup<PersonId, Guardianship> guardianships;

    /// <exception cref="ArgumentException">Two people have the same id.</exception>
    public ConsentRegister(
        IEnumerable<Person> people,
        IEnumerable<ConsentRecord> records,
        IEnumerable<Guardianship> guardianships,
        ConsentPolicy policy,
        string stamp = "")
        : this(people, records, guardianships, policy, stamp, missing: false)
    {
    }

    private ConsentRegister(
        IEnumerable<Person> people,
        IEnumerable<ConsentRecord> records,
        IEnumerable<Guardianship> guardianships,
        ConsentPolicy policy,
        string stamp,
        bool missing)
    {
        this.people = people.ToDictionary(p => p.Id);
        this.records = records.ToLookup(r => r.Person);
        this.guardianships = guardianships.ToLookup(g => g.Pupil);
        Policy = policy;
        Stamp = stamp;
        Missing = missing;
    }

    /// <summary>No register at all: everything is a no, and posts that show people do not go out (I10).</summary>
    public static ConsentRegister Empty { get; } = new([], [], [], ConsentPolicy.School, "", missing: true);

    /// <summary>True when there is no register to ask. A register without people is not the same: that one is known.</summary>
    public bool Missing { get; }

    public ConsentPolicy Policy { get; }

    /// <summary>Names this snapshot; another stamp is another register.</summary>
    public string Stamp { get; }

    public IReadOnlyCollection<Person> People => people.Values;

    public IEnumerable<ConsentRecord> Records => records.SelectMany(static r => r);

    public IEnumerable<Guardianship> Guardianships => guardianships.SelectMany(static g => g);

    public Person? Find(PersonId id) => people.GetValueOrDefault(id);

    public IReadOnlyList<ConsentRecord> RecordsOf(PersonId id) => [.. records[id]];

    public IReadOnlyList<Guardianship> GuardianshipsOf(PersonId id) => [.. guardianships[id]];

    /// <summary>Decides for one purpose.</summary>
    public ConsentDecision Decide(PersonId id, string purpose, MediaKind kind, DateTimeOffset at)
    {
        if (Missing)
            return new ConsentDecision.Refused(ConsentReason.RegisterMissing);
        return Find(id) is { } person
            ? ConsentRules.Decide(person, RecordsOf(id), GuardianshipsOf(id), purpose, kind, at, Policy)
            : new ConsentDecision.Refused(ConsentReason.UnknownPerson);
    }

    /// <summary>Decides for a channel: every purpose it needs must be a yes, and the strictest answer counts (A18).</summary>
    /// <param name="at">The moment of publication.</param>
    public ConsentDecision Decide(PersonId id, Channel channel, MediaKind kind, DateTimeOffset at)
    {
        ConsentDecision? strictest = null;
        foreach (var purpose in channel.ConsentPurposes)
        {
            var decision = Decide(id, purpose, kind, at);
            if (strictest is null || Severity(decision) > Severity(strictest))
                strictest = decision;
        }

        return strictest ?? ConsentDecision.No;
    }

    private static int Severity(ConsentDecision decision) => decision switch
    {
        ConsentDecision.Granted => 0,
        ConsentDecision.Doubtful => 1,
        _ => 2,
    };
}
