using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>How an answer reached the school.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceSource>))]
public enum EvidenceSource
{
    /// <summary>Spoken only. Cannot be shown afterwards, so it is no yes (A07).</summary>
    [JsonStringEnumMemberName("mondeling")] Oral,
    [JsonStringEnumMemberName("formulier")] Form,
    [JsonStringEnumMemberName("portaal")] Portal,
    [JsonStringEnumMemberName("mail")] Mail,
    [JsonStringEnumMemberName("import")] Import,
}

/// <summary>What the school can show when asked for proof of a consent (AVG art. 7(1), A07).</summary>
/// <param name="Source">How it came.</param>
/// <param name="Reference">Where the proof lies: form number, scan hash, or import file hash with its row. Never the content itself.</param>
public sealed record ConsentEvidence(EvidenceSource Source, string Reference)
{
    /// <summary>True when a yes can rest on it.</summary>
    public bool CanBeShown => Source is EvidenceSource.Form or EvidenceSource.Portal or EvidenceSource.Mail or EvidenceSource.Import
        && !string.IsNullOrWhiteSpace(Reference);
}
