namespace Moderation.Protocol.Names;

/// <summary>Makes the spellings of a tussenvoegsel comparable: "van het", "van 't" and "van t" are one; "v.d." is its initials.</summary>
internal static class InfixForm
{
    /// <summary>Run together: <c>vander</c>, <c>vant</c>.</summary>
    public static string Join(IEnumerable<string> keys) => string.Concat(keys.Select(static key => key == "het" ? "t" : key));

    /// <summary>Initials: <c>vd</c> for van der, vander, v.d. and vd alike.</summary>
    public static string Initials(IEnumerable<string> keys) => string.Concat(keys.Select(static key => key switch
    {
        "het" or "t" => "t",
        "vander" or "vanden" or "vande" or "vd" or "vdr" or "vdn" => "vd",
        "vant" or "vt" => "vt",
        "opde" or "od" => "od",
        "int" => "it",
        _ => key[..1],
    }));
}
