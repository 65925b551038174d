namespace Moderation.Consent;

/// <summary>What the register says about showing or naming one person. Everything that is not <see cref="Granted"/> is not a yes (I3).</summary>
public abstract record ConsentDecision
{
    private ConsentDecision()
    {
    }

    /// <summary>The answer when nothing else is known, and the whole answer about a protected person (I3, I8).</summary>
    public static ConsentDecision No { get; } = new Refused(ConsentReason.NoConsent);

    /// <summary>A valid yes.</summary>
    /// <param name="Record">The answer it rests on; with several purposes, the one for the first.</param>
    public sealed record Granted(ConsentRecord Record) : ConsentDecision;

    /// <summary>No, or no yes: the same thing. Nobody can lift it; only a new answer can.</summary>
    public sealed record Refused(ConsentReason Reason) : ConsentDecision
    {
        /// <summary>Why, in one sentence.</summary>
        public Words Why => ConsentReasonWords.Of(Reason);
    }

    /// <summary>There is a valid yes, and an objection of somebody who may not decide: a person must look (A04, A08).</summary>
    public sealed record Doubtful(ConsentReason Reason) : ConsentDecision
    {
        /// <summary>Why, in one sentence.</summary>
        public Words Why => ConsentReasonWords.Of(Reason);
    }
}
