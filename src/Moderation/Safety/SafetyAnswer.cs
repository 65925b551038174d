using System.Text.Json.Serialization;

namespace Moderation.Safety;

/// <summary>What the content-safety service said about one text or one picture.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "answer")]
[JsonDerivedType(typeof(Analysed), "analysed")]
[JsonDerivedType(typeof(NotAnalysed), "not-analysed")]
[JsonDerivedType(typeof(LeftToLocalScreener), "left-to-local-screener")]
public abstract record SafetyAnswer
{
    private SafetyAnswer()
    {
    }

    /// <summary>The service answered. A category that is missing or null was not judged and counts as unknown, never as safe.</summary>
    /// <param name="Severities">0–7 by category.</param>
    /// <param name="BlocklistHits">Terms of the school's blocklist that occur; empty for a picture.</param>
    /// <param name="Model">Version that answered, e.g. the API version; kept so that a decision can be explained later.</param>
    public sealed record Analysed(
        IReadOnlyDictionary<SafetyCategory, int?> Severities,
        IReadOnlyList<BlocklistHit> BlocklistHits,
        string Model) : SafetyAnswer;

    /// <summary>No usable answer: a person has to look.</summary>
    /// <param name="RetryAfter">How long the service asks to wait, when it says so.</param>
    public sealed record NotAnalysed(NotAnalysedReason Reason, TimeSpan? RetryAfter = null) : SafetyAnswer
    {
        /// <summary>True when the same call may succeed later.</summary>
        [JsonIgnore]
        public bool Transient => Reason is NotAnalysedReason.Busy or NotAnalysedReason.Outage or NotAnalysedReason.TimedOut;
    }

    /// <summary>No service is set up, and for this content none is needed: <see cref="LocalScreener"/> has read every text.</summary>
    public sealed record LeftToLocalScreener : SafetyAnswer;
}

/// <summary>A term of the school's blocklist that the service found; never the text around it.</summary>
public sealed record BlocklistHit(string List, string ItemId);
