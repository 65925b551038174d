using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>What one <see cref="ConsentRecord"/> says. Nothing is ever changed: a later record follows an earlier one (I9).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentValue>))]
public enum ConsentValue
{
    /// <summary>No. Also what an unreadable value means: the default is no.</summary>
    [JsonStringEnumMemberName("refused")] Refused,

    /// <summary>Yes.</summary>
    [JsonStringEnumMemberName("granted")] Granted,

    /// <summary>No from now on, by whoever withdraws; need not be who said yes (A06, A08).</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>The giver's yes stood in an earlier import and is empty or unreadable in a later one: no yes any more, and no refusal either.</summary>
    [JsonStringEnumMemberName("ended-by-import")] EndedByImport,

    /// <summary>The pupil, 16 or older, was told what stands recorded and that they may withdraw it (A04, policy "informeren"). Neither yes nor no.</summary>
    [JsonStringEnumMemberName("informed")] Informed,

    /// <summary>The import that wrote the record in <see cref="ConsentRecord.Voids"/> was undone; that record does not count. Only what an import wrote can be voided.</summary>
    [JsonStringEnumMemberName("voided")] Voided,
}
