using System.Text.RegularExpressions;

namespace Moderation.Media.Metadata;

/// <summary>Recognises stock libraries, press agencies and "saved from a social network" in rights marks and file names (R38).</summary>
public static partial class StockLibraries
{
    private static readonly (Regex Pattern, string Name)[] Known =
    [
        (Getty(), "Getty Images"), (IStock(), "iStock"), (Shutterstock(), "Shutterstock"), (Adobe(), "Adobe Stock"), (Alamy(), "Alamy"),
        (Depositphotos(), "Depositphotos"), (Dreamstime(), "Dreamstime"), (Rf123(), "123RF"), (Anp(), "ANP"), (HollandseHoogte(), "Hollandse Hoogte"),
        (Reuters(), "Reuters"), (Associated(), "Associated Press"), (Afp(), "AFP"), (Epa(), "EPA"), (Belga(), "Belga"), (Imago(), "Imago"),
        (Others(), "beeldbank"), (Free(), "gratis beeldbank"), (Facebook(), "Facebook"),
    ];

    /// <summary>The first library named in <paramref name="text"/>, or null. Agencies whose name is an ordinary short word count only in capitals.</summary>
    public static string? Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (var (pattern, name) in Known)
        {
            if (pattern.IsMatch(text))
                return name;
        }
        return null;
    }

    // File names glue words with _ and digits, so the edges are "no letter", not \b.
    private const string Start = @"(?<!\p{L})";
    private const string End = @"(?!\p{L})";

    [GeneratedRegex(Start + @"getty\s?-?_?images?|" + Start + "gettyimages", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Getty();

    [GeneratedRegex(Start + "i-?stock(photo)?" + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IStock();

    [GeneratedRegex(Start + "shutter-?stock", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shutterstock();

    [GeneratedRegex(Start + @"(adobe[\s_-]?stock|fotolia)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adobe();

    [GeneratedRegex(Start + "alamy", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alamy();

    [GeneratedRegex(Start + "deposit[ _-]?photos?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Depositphotos();

    [GeneratedRegex(Start + "dreamstime", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dreamstime();

    [GeneratedRegex(@"(?<![\p{L}\d])123rf" + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rf123();

    [GeneratedRegex(Start + @"(ANP(?=$|[^\p{L}])|anp[ _-]?(foto|photo)|anpfoto)", RegexOptions.CultureInvariant)]
    private static partial Regex Anp();

    [GeneratedRegex(Start + "hollandse[ _-]?hoogte", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HollandseHoogte();

    [GeneratedRegex(Start + "reuters" + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reuters();

    [GeneratedRegex(Start + @"(associated press|AP[ _](photo|images)|AP Photo)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Associated();

    [GeneratedRegex(Start + "AFP" + End, RegexOptions.CultureInvariant)]
    private static partial Regex Afp();

    [GeneratedRegex(Start + "EPA(-EFE)?" + End, RegexOptions.CultureInvariant)]
    private static partial Regex Epa();

    [GeneratedRegex(Start + @"belga[ _-]?(image|photo|foto)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Belga();

    [GeneratedRegex(Start + @"(imago[ _-]?images|IMAGO/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Imago();

    [GeneratedRegex(Start + @"(bigstock|pond5|picture[ -]alliance|stocksy|envato|vectorstock|photocase|westend61|agefotostock|can ?stock ?photo|(?<![\p{L}])crestock|nationale beeldbank|masterfile|stock[ _-]?(photo|foto|image)s?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(Start + "(unsplash|pexels|pixabay|freepik|rawpixel|freeimages)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    // Facebook and Instagram mark what is downloaded from them: IPTC special instructions "FBMD" + hex.
    [GeneratedRegex(@"^FBMD[0-9a-f]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Facebook();
}
