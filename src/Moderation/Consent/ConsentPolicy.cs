using System.Text.Json.Serialization;

namespace Moderation.Consent;

/// <summary>What a parent's answer is worth once the pupil is 16 (A04).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SixteenPolicy>))]
public enum SixteenPolicy
{
    /// <summary>Nothing: the pupil must say yes before anything new is published.</summary>
    [JsonStringEnumMemberName("bevestigen")] Confirm,

    /// <summary>It stands until the pupil answers, provided the pupil was told (<see cref="ConsentValue.Informed"/>).</summary>
    [JsonStringEnumMemberName("informeren")] Inform,
}

/// <summary>How long a yes counts (A09).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentValidity>))]
public enum ConsentValidity
{
    [JsonStringEnumMemberName("untilWithdrawal")] UntilWithdrawal,

    /// <summary>Until 31 July of the school year in which it was given.</summary>
    [JsonStringEnumMemberName("schoolYear")] SchoolYear,
}

/// <summary>The school's choices about consent. The stricter one is the default where the law leaves a choice to the school (A04).</summary>
public sealed record ConsentPolicy
{
    public static ConsentPolicy School { get; } = new() { Sixteen = Protocol.Rulebook.School.Tensions.Sixteen };

    public SixteenPolicy Sixteen { get; init; } = SixteenPolicy.Confirm;

    public ConsentValidity Validity { get; init; } = ConsentValidity.UntilWithdrawal;

    /// <summary>Everything the school asks consent for. Anything else is a no.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = Purpose.School;

    public Purpose? Find(string code) => Purposes.FirstOrDefault(p => p.Code == code);
}
