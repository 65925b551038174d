namespace Moderation.Protocol;

/// <summary>Names a finding within one version, so that an approver's yes can be for exactly that one.</summary>
public static class FindingKeys
{
    public static string Of(Finding finding) => $"{finding.Rule}|{finding.Field}|{finding.Start}|{finding.Person}";
}
