using System.Text.RegularExpressions;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Links lead to trusted sites only (R50): own, government and partners pass, forbidden sites block, shorteners and unknown sites wait.</summary>
internal static partial class Links
{
    private static readonly Notice Forbidden = new("R50", FindingAction.Block,
        new("Deze link gaat naar een site waar de school niet naar verwijst.", "This link leads to a site the school does not refer to."),
        new("Haal de link weg.", "Remove the link."));

    private static readonly Notice Hidden = new("R50", FindingAction.Hold,
        new("Bij deze verkorte link is niet te zien waar hij naartoe gaat.", "This shortened link does not show where it leads."),
        new("Zet de volledige link neer.", "Give the full link."));

    private static readonly Notice Unknown = new("R50", FindingAction.Hold,
        new("Deze site staat niet op de lijst van vertrouwde sites.", "This site is not on the list of trusted sites."),
        new("Kies een vertrouwde bron, of laat een beoordelaar de site bekijken.", "Choose a trusted source, or have an approver look at the site."));

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.Prose)
            foreach (var (match, _) in passage.Find(Address()))
                if (Judge(draft, passage, match) is { } finding)
                    yield return finding;
        if (draft.Content.Source is { Length: > 0 } source)
        {
            // A reply to a forbidden site is as bad as a link to it (R50).
            var passage = new Passage("source", source, []);
            foreach (var (match, _) in passage.Find(Address()))
                if (Judge(draft, passage, match) is { Action: FindingAction.Block } finding)
                    yield return finding;
        }
    }

    private static Finding? Judge(DraftReading draft, Passage passage, Match match)
    {
        if (match.Index > 0 && passage.Folded[match.Index - 1] is '@' or '.')
            return null;
        var host = HostOf(match.Groups["host"].Value);
        if (IsFileEnding(match, host))
            return null;
        var book = draft.Rulebook;
        if (Domains.Matches(host, book.BlockedDomains) || AdultHost().IsMatch(host))
            return Found.At(passage, match, Forbidden, evidence: "verboden site");
        if (Domains.Matches(host, book.Shorteners))
            return Found.At(passage, match, Hidden, evidence: "verkorte link");
        if (Domains.Matches(host, book.SchoolDomains) || Domains.Matches(host, book.AllowedDomains) || Sharing.IsSocial(host))
            return null; // posts on social sites are judged as shared posts (R45)
        return Found.At(passage, match, Unknown, evidence: "onbekende site");
    }

    internal static string HostOf(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    // "verslag.docx" in a sentence is a file, and "leuk.en" a missing space.
    private static bool IsFileEnding(Match match, string host) =>
        !match.Groups["scheme"].Success && !host.Contains('/', StringComparison.Ordinal) && !match.Groups["path"].Success && !match.Value.StartsWith("www.", StringComparison.Ordinal)
        && !KnownEnding().IsMatch(host);

    [GeneratedRegex(@"(?<![\w@.])(?<scheme>(?:https?|ftp|hxxps?)://)?(?<host>(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,5}[a-z]{2,12}|\d{1,3}(?:\.\d{1,3}){3}(?=[:/]))(?!@)(?<port>:\d{2,5})?(?<path>/[^\s""'<>)\]]{0,400})?(?![\w@])", RegexOptions.CultureInvariant)]
    internal static partial Regex Address();

    [GeneratedRegex(@"\.(?:nl|be|de|fr|uk|com|org|net|eu|info|nu|tv|ly|co|io|me|at|gd|example|college|school|site|online|app|dev|xyz|top|club|shop|store|blog|live|link|click|ru|cn|to|cc|ws|biz|amsterdam|frl|frisian|art|events|name|fm|gg|page|email|world|education|edu|gov|int|museum|social|video|xxx|porn|sex|adult|cam|tube)$", RegexOptions.CultureInvariant)]
    private static partial Regex KnownEnding();

    [GeneratedRegex(@"(?:porn|xvideo|xxx|sexcam|hentai|escort|camgirl|sekscontact|sexcontact|nazi|stormfront|kkk)|\.(?:xxx|porn|sex|adult)$", RegexOptions.CultureInvariant)]
    private static partial Regex AdultHost();
}
