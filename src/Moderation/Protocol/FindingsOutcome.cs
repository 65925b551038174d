namespace Moderation.Protocol;

/// <summary>The strictest finding decides.</summary>
public static class FindingsOutcome
{
    /// <summary>An action this program does not know holds the draft: fail closed.</summary>
    public static DraftOutcome Of(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var outcome = DraftOutcome.Cleared;
        foreach (var finding in findings)
        {
            var one = finding.Action switch
            {
                FindingAction.Record => DraftOutcome.Cleared,
                FindingAction.Warn => DraftOutcome.Warned,
                FindingAction.Declare or FindingAction.Hold => DraftOutcome.Held,
                FindingAction.Block => DraftOutcome.Blocked,
                _ => DraftOutcome.Held,
            };
            if (one > outcome)
                outcome = one;
        }
        return outcome;
    }
}
