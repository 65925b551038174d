using System.ComponentModel.DataAnnotations;

namespace Moderation.Web;

/// <summary>Section <c>Web</c>: how much one person may ask, and where people sign in. Counted per process.</summary>
public sealed class WebSettings
{
    public const string Section = "Web";

    /// <summary>Drafts and uploads one person may begin in a minute.</summary>
    [Range(1, 10_000)]
    public int SubmissionsPerMinute { get; set; } = 30;

    /// <summary>Posts one person may have checked in a minute without handing them in. Low, because answers tell which names the school knows.</summary>
    [Range(1, 100_000)]
    public int ChecksPerMinute { get; set; } = 200;

    /// <summary>Page where somebody signs in; a path of this site.</summary>
    [RegularExpression("^/[^/].*$")]
    public string SignInPath { get; set; } = "/sign-in";

    /// <summary>Where somebody signs out; a path of this site.</summary>
    [RegularExpression("^/[^/].*$")]
    public string SignOutPath { get; set; } = "/sign-out";

    /// <summary>Sign out with a form instead of a link. Off where the platform offers a link only, such as <c>/.auth/logout</c>.</summary>
    public bool SignOutByPost { get; set; } = true;
}
