using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Moderation.Storage;

namespace Moderation.LocalHost.SignIn;

/// <summary>
/// Sign-in by choice: a cookie with the id of a sample user. Nothing to steal and nothing to guess, so it is bound to
/// loopback; in Azure the platform signs people in (Easy Auth).
/// </summary>
public sealed class SampleSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SampleUsers users)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "SampleUsers";
    public const string Cookie = "moderation-user";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (users.Find(Request.Cookies[Cookie]) is not { } user)
            return Task.FromResult(AuthenticateResult.NoResult());
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.Id),
            new(ClaimTypes.Name, user.Name),
            .. user.Roles.Select(r => new Claim(ClaimTypes.Role, Json.Write(r).Trim('"'))),
        ];
        var identity = new ClaimsIdentity(claims, SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api"))
            return base.HandleChallengeAsync(properties);
        Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }
}
