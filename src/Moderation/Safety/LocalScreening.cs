namespace Moderation.Safety;

/// <summary>What the local screener found in one text.</summary>
/// <param name="Evidence">In order of the text; empty when there is nothing.</param>
public sealed record LocalScreening(IReadOnlyList<LocalEvidence> Evidence)
{
    public static LocalScreening Nothing { get; } = new([]);

    /// <summary>0, 2, 4 or 6.</summary>
    public int Severity(SafetyCategory category)
    {
        var highest = 0;
        foreach (var one in Evidence)
        {
            if (one.Category == category && one.Severity > highest)
                highest = one.Severity;
        }

        return highest;
    }

    /// <summary>True when a strong combination stands in the text: a slur aimed at somebody, a threat, explicit pornography (R20).</summary>
    public bool Strong(SafetyCategory category) => Evidence.Any(e => e.Category == category && e.Strong);
}

/// <summary>One place in a text that counts.</summary>
/// <param name="Severity">2, 4 or 6, to be read like the service's.</param>
/// <param name="Strong">A combination that may block (R20), not only hold.</param>
/// <param name="Start">First UTF-16 code unit in the original text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
/// <param name="Kind">The kind of evidence in a few Dutch words, never the text itself.</param>
public sealed record LocalEvidence(SafetyCategory Category, int Severity, bool Strong, int Start, int End, string Kind);
