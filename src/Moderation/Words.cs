namespace Moderation;

/// <summary>One sentence for a person, in Dutch with the English beside it. Never holds draft text or a protected person's name.</summary>
/// <param name="Nl">What users see: a whole Dutch sentence.</param>
/// <param name="En">The same sentence in English.</param>
public readonly record struct Words(string Nl, string En)
{
    public override string ToString() => Nl;
}
