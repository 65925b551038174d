using System.Text.RegularExpressions;
using Moderation.Drafts;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Posts of others are not shared without their agreement (R45); the school's own are.</summary>
internal static partial class Sharing
{
    private static readonly Notice Shared = new("R45", FindingAction.Block,
        new("Dit is een bericht van iemand anders; delen mag alleen als de maker akkoord is.", "This is somebody else's post; it may be shared only if its maker agrees."),
        new("Vraag de maker om toestemming en vink de verklaring aan, of schrijf een eigen bericht.", "Ask the maker's permission and tick the declaration, or write a post of your own."));

    private static readonly Notice MaybeShared = Shared with
    {
        Action = FindingAction.Hold,
        What = new("Deze link gaat naar een bericht of account van iemand anders.", "This link leads to somebody else's post or account."),
    };

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        if (draft.Content.Declarations.Contains(Declaration.ShareAgreed))
            yield break;
        var ownLink = false;
        foreach (var passage in draft.Prose)
        {
            foreach (var (match, _) in passage.Find(Links.Address()))
            {
                var host = Links.HostOf(match.Groups["host"].Value);
                if (Domains.Matches(host, draft.Rulebook.SchoolDomains))
                    ownLink = true;
                if (!IsSocial(host))
                    continue;
                if (Account(match.Groups["path"].Value) is { } account && draft.Rulebook.Handles.Contains(account, StringComparer.OrdinalIgnoreCase))
                {
                    ownLink = true;
                    continue;
                }
                yield return OthersPost().IsMatch(match.Groups["path"].Value) && Account(match.Groups["path"].Value) is not null
                    ? Found.At(passage, match, Shared, evidence: "link naar een bericht van een ander")
                    : Found.At(passage, match, MaybeShared, evidence: "link naar sociale media");
            }
            foreach (var (match, _) in passage.Find(Marks()))
                if (!IsOwn(draft, match.Groups["handle"]))
                    yield return Found.At(passage, match, match.Groups["handle"].Success || Explicit().IsMatch(match.ValueSpan) ? Shared : MaybeShared, evidence: "gedeeld bericht");
                else
                    ownLink = true;
        }
        if (draft.Content.Kind == PostKind.Share && !ownLink)
            yield return Found.About("kind", Shared, evidence: "gedeeld bericht");
    }

    public static bool IsSocial(string host) => SocialHost().IsMatch(host);

    private static bool IsOwn(DraftReading draft, Group handle) =>
        handle.Success && draft.Rulebook.Handles.Contains(handle.Value.TrimStart('@').TrimEnd('.'), StringComparer.OrdinalIgnoreCase);

    // facebook.com/NAME/posts/1, x.com/NAME/status/1, instagram.com/NAME/p/1, youtube.com/@NAME, linkedin.com/school/NAME, tiktok.com/@NAME
    private static string? Account(string path)
    {
        var parts = path.Split(['/', '?', '#'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return null;
        var first = parts[0].TrimStart('@');
        if (first is "company" or "school" or "in" or "user" or "c" or "channel" or "add" or "pages" or "groups" or "pg" or "stories")
            return parts.Length > 1 ? parts[1] : null;
        return first is "p" or "reel" or "reels" or "tv" or "watch" or "photo" or "photo.php" or "photos" or "story.php" or "permalink.php" or "posts" or "share" or "sharer" or "shorts" or "video" or "videos" or "playlist" or "feed" or "hashtag" or "i" or "events" or "live" or "explore" or "embed" or "t"
            ? null
            : first;
    }

    [GeneratedRegex(@"(?:^|\.)(?:facebook\.com|fb\.com|fb\.watch|instagram\.com|twitter\.com|x\.com|tiktok\.com|youtube\.com|youtu\.be|youtube-nocookie\.com|linkedin\.com|snapchat\.com|threads\.net|threads\.com|pinterest\.com|pinterest\.nl|reddit\.com|tumblr\.com|bsky\.app|mastodon\.\w+|vimeo\.com|twitch\.tv|discord\.gg|discord\.com|t\.me|wa\.me|chat\.whatsapp\.com)$", RegexOptions.CultureInvariant)]
    private static partial Regex SocialHost();

    [GeneratedRegex(@"/(?:status|posts?|p|reel|reels|video|videos|photos?|stories|permalink|tv)(?:/|$|\?)", RegexOptions.CultureInvariant)]
    private static partial Regex OthersPost();

    [GeneratedRegex(
        @"(?<![\w])(?:rt|mt|via|repost|regram|reposted|retweet|retweeted|geretweet|gedeeld\svan|credits?(?:\sto)?|overgenomen\svan|h/t)\s?:?\s?(?<handle>@[a-z0-9_.]{2,40})|(?:^|\n)\s*(?:rt|fwd?|fw"
        + @"|doorgestuurd(?:\sbericht)?|forwarded(?:\smessage)?|gedeeld\sbericht|repost)\s?:|\b(?:gedeeld\sbericht|doorgestuurd\sbericht|gedeelde\spost)\svan\b|\b(?:doorgestuurd(?:\sbericht)?"
        + @"|bericht\sdoorgestuurd|dit\sbericht\skreeg\sik\svan|ik\sdeel\s(?:even\s|hier\s|graag\s){0,3}(?:dit|het|een|deze)\s(?:bericht|post|filmpje|verhaal|tweet|foto)\svan|deel\s(?:hier\s"
        + @"|even\s)?(?:het|dit|een|deze|de)\s(?:mooie\s|leuke\s|prachtige\s)?(?:bericht|post|filmpje|tweet|foto)\svan|(?:overgenomen|gekopieerd|geplukt|gejat|gerepost|gevonden)\s(?:van|uit|op)\s(?:de\s"
        + @"|het\s|een\s)?(?:facebook\w*|instagram\w*|twitter|tiktok\w*|linkedin\w*|pagina|account|timeline|story|appgroep|whatsapp\w*|klassenapp)|screenshot\svan\s(?:een|de|het)\s(?:\w+\s)?(?:bericht"
        + @"|post|tweet|app\w*|gesprek|story|chat)|uit\sde\s(?:klassenapp|appgroep|ouderapp|groepsapp))\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*(?:rt|fwd?|fw|doorgestuurd|forwarded|gedeeld\sbericht|gedeelde\spost|repost)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Explicit();
}
