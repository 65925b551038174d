namespace Moderation.Protocol.Names;

/// <summary>A class, or a year or level, that a text names.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Code">Class code in one spelling; null when only a year or level is named.</param>
/// <param name="Year">1–6, or 0.</param>
/// <param name="Level">havo, vwo …; empty when not named.</param>
internal readonly record struct ClassMention(int First, int End, string? Code, int Year, string Level)
{
    public bool Covers(RollPerson person)
    {
        foreach (var code in person.Classes)
        {
            if (Code is null
                ? Year > 0 && ClassCode.Year(code) == Year && ClassCode.Allows(code, Level)
                : code == Code)
                return true;
        }
        return false;
    }

    /// <summary>4V names everybody in 4V1 and 4V2.</summary>
    public bool CoversPartOf(RollPerson person)
    {
        if (Code is null || Code.Length < 2)
            return false;
        foreach (var code in person.Classes)
        {
            if (code.StartsWith(Code, StringComparison.Ordinal) && code.Length == Code.Length + 1)
                return true;
        }
        return false;
    }
}
