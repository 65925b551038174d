namespace Moderation.Drafts;

/// <summary>Section <c>Intake</c>.</summary>
public sealed class IntakeSettings
{
    public const string Section = "Intake";

    /// <summary>
    /// Believe the submitter that a message on queue <c>drafts</c> names. Off: such a draft stays a draft until the named
    /// person, signed in, confirms it, because whoever can write to the queue could name a colleague.
    /// </summary>
    public bool TrustQueueSubmitter { get; set; }
}
