namespace Moderation.Protocol.Reading;

/// <summary>The fixed part of a finding: which rule, how grave, and the two sentences a person reads.</summary>
internal sealed record Notice(string Rule, FindingAction Action, Words What, Words Fix, FindingGround Ground = FindingGround.Content)
{
    public Finding Finding(string field, FindingAction? action = null) => new()
    {
        Rule = Rule,
        Action = action ?? Action,
        Ground = Ground,
        Field = field,
        What = What,
        Fix = Fix,
    };
}
