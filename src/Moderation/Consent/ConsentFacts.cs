using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Consent;

/// <summary>What the parts of <see cref="ConsentCheck"/> look at, and the question they ask about everybody.</summary>
internal sealed record ConsentFacts(DraftContent Content, ConsentRegister Register, ChannelRegister Channels, DateTimeOffset At)
{
    /// <summary>Channel codes for which the answer is no, and for which a person must look.</summary>
    public sealed record Answer(IReadOnlyList<string> No, IReadOnlyList<string> Doubtful)
    {
        public bool Yes => No.Count == 0 && Doubtful.Count == 0;
    }

    /// <summary>
    /// Asks for every channel of the draft. Without channels the strictest is assumed: every active channel, and the finding then names none.
    /// </summary>
    public Answer Ask(PersonId person, MediaKind kind)
    {
        if (Content.Channels.Count == 0)
        {
            var all = Channels.All.Where(c => c.Active).Select(c => Register.Decide(person, c, kind, At)).ToList();
            return all.Count > 0 && all.TrueForAll(static d => d is ConsentDecision.Granted) ? new([], []) : new([""], []);
        }

        List<string> no = [], doubtful = [];
        foreach (var code in Content.Channels.Distinct(StringComparer.Ordinal))
        {
            var decision = Channels.Find(code) is { } channel ? Register.Decide(person, channel, kind, At) : ConsentDecision.No;
            if (decision is ConsentDecision.Doubtful)
                doubtful.Add(code);
            else if (decision is not ConsentDecision.Granted)
                no.Add(code);
        }

        return new(no, doubtful);
    }

    /// <summary>Channels on which somebody in a film said no to being heard: whoever looks at the film must listen too.</summary>
    public IReadOnlyList<string> SilentOn(PersonId person) =>
        [.. Content.Channels.Distinct(StringComparer.Ordinal).Where(code => Channels.Find(code) is { } channel
            && Register.Decide(person, channel, MediaKind.Sound, At) is ConsentDecision.Refused { Reason: ConsentReason.Refused or ConsentReason.Withdrawn })];

    /// <summary>The person's id for a finding: never that of a protected person (I8).</summary>
    public static string? IdFor(Person person) => person.Protected ? null : person.Id.ToString();

    /// <summary>Two findings at most for one person and place: what is refused blocks, what is doubtful holds.</summary>
    public IEnumerable<Finding> Findings(string rule, string field, Person person, MediaKind kind, FindingAction refused = FindingAction.Block)
    {
        var answer = Ask(person.Id, kind);
        if (answer.No.Count > 0)
            yield return Finding(rule, refused, field, person, answer.No, ConsentWords.Missing(kind, Codes(answer.No), Channels), ConsentWords.Mend(kind));
        if (answer.Doubtful.Count > 0)
            yield return Finding(rule, FindingAction.Hold, field, person, answer.Doubtful, ConsentWords.Doubtful(answer.Doubtful, Channels), ConsentWords.MendDoubtful);
    }

    public static Finding Finding(string rule, FindingAction action, string field, Person? person, IReadOnlyList<string> channels, Words what, Words fix) => new()
    {
        Rule = rule,
        Action = action,
        Ground = FindingGround.Consent,
        Field = field,
        Person = person is null ? null : IdFor(person),
        Channels = Codes(channels),
        What = what,
        Fix = fix,
    };

    /// <summary>Somebody the author names by id whom the register does not know: nobody can have asked them.</summary>
    public static Finding Unknown(string field) => Finding("R24", FindingAction.Block, field, null, [],
        new("Iemand die hier is opgegeven, staat niet in het register; zonder register geen toestemming.", "Somebody listed here is not in the register; without a register there is no consent."),
        new("Kies de persoon uit het register, of laat een gast eerst door de administratie toevoegen met een eigen toestemming.", "Choose the person from the register, or have the administration add a guest with a consent of their own first."));

    // An empty code stands for "whatever channel it will be": findings then name no channel, which means all of them.
    private static IReadOnlyList<string> Codes(IReadOnlyList<string> channels) => [.. channels.Where(c => c.Length > 0)];
}
