using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Moderation.Web.Pages;

/// <summary>What every page knows about its reader.</summary>
/// <param name="User">Null when nobody is signed in.</param>
/// <param name="English">Show the English beside the Dutch.</param>
/// <param name="Address">Path and query of the page, to come back to.</param>
public sealed record Frame(User? User, bool English, string Address, WebSettings Settings)
{
    public const string Cookie = "moderation-english";

    public static Frame Of(HttpContext context) => new(
        CurrentUser.TryFrom(context.User, out var user) ? user : null,
        WantsEnglish(context.Request),
        context.Request.Path + context.Request.QueryString,
        context.RequestServices.GetRequiredService<IOptions<WebSettings>>().Value);

    /// <summary>What the reader chose; until then, whoever's browser does not ask for Dutch gets the English too.</summary>
    private static bool WantsEnglish(HttpRequest request) => request.Cookies[Cookie] switch
    {
        "yes" => true,
        "no" => false,
        _ => !request.GetTypedHeaders().AcceptLanguage.Any(l => l.Value.StartsWith("nl", StringComparison.OrdinalIgnoreCase)),
    };
}
