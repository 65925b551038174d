using Moderation.Consent;

namespace Moderation.Protocol;

/// <summary>
/// How the school decided where the protocol contradicts itself or the law (<c>domain.md</c> §7). Where the law leaves one answer
/// the key has one value, so that the file still shows the decision.
/// </summary>
public sealed record Tensions
{
    /// <summary>Every key with the values it may have; the first is the default.</summary>
    public static IReadOnlyDictionary<string, string[]> Choices { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["sixteen"] = ["confirm", "inform"],
        ["otherChannels"] = ["separateConsent"],
        ["deletion"] = ["privacyFirst"],
        ["quotes"] = ["withAgreement", "never"],
        ["lessCheerful"] = ["pass", "warn"],
        ["partners"] = ["both", "people"],
        ["coreValues"] = ["remind", "off"],
        ["channels"] = ["register"],
        ["severity"] = ["management"],
        ["formalNotices"] = ["neverSocialAlone", "warn"],
    };

    private readonly IReadOnlyDictionary<string, string> chosen;

    public Tensions(IReadOnlyDictionary<string, string>? chosen = null) =>
        this.chosen = chosen ?? new Dictionary<string, string>();

    /// <summary>Tension 1: what a parent's yes is worth from sixteen.</summary>
    public SixteenPolicy Sixteen => Of("sixteen") == "inform" ? SixteenPolicy.Inform : SixteenPolicy.Confirm;

    /// <summary>Tension 4: no declaration makes a quotation pass.</summary>
    public bool NeverQuote => Of("quotes") == "never";

    /// <summary>Tension 5: less cheerful news is shown to the submitter, instead of only recorded.</summary>
    public bool WarnOfLessCheerful => Of("lessCheerful") == "warn";

    /// <summary>Tension 6: "partners" are organisations as well as people's partners.</summary>
    public bool PartnerOrganisations => Of("partners") == "both";

    /// <summary>Tension 7: a reviewer is reminded of the core values with everything that is held.</summary>
    public bool RemindOfCoreValues => Of("coreValues") == "remind";

    /// <summary>Tension 10: a formal notice on social media alone is held, instead of only warned about.</summary>
    public bool HoldFormalNotices => Of("formalNotices") == "neverSocialAlone";

    private string Of(string key) => chosen.TryGetValue(key, out var value) ? value : Choices[key][0];
}
