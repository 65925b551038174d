using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Moderation.Functions;

/// <summary>
/// Sign-in by the platform (apis.md §13): App Service Authentication sets the header, and requests from outside cannot.
/// Trusted only where the platform says that it stands in front; anywhere else nobody is signed in.
/// </summary>
public sealed class EasyAuth(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IConfiguration configuration)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "EasyAuth";
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const int MaxHeader = 64 * 1024;
    private static readonly string[] RoleTypes = ["roles", ClaimTypes.Role];
    private static readonly string[] IdTypes = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] NameTypes = ["name", ClaimTypes.Name, "preferred_username"];

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!Request.Headers.TryGetValue(Header, out var header) || header.Count != 1)
            return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(Decode(header[0]) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName))
            : AuthenticateResult.Fail("The platform's sign-in header cannot be read."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api"))
            return base.HandleChallengeAsync(properties);
        Response.Redirect("/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(Request.Path + Request.QueryString));
        return Task.CompletedTask;
    }

    internal static ClaimsPrincipal? Decode(string? header)
    {
        if (header is null || header.Length > MaxHeader)
            return null;
        try
        {
            var claims = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header))?.claims ?? [];
            var id = Find(claims, IdTypes);
            var name = Find(claims, NameTypes);
            if (id is null || name is null)
                return null;
            return new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, id),
                    new Claim(ClaimTypes.Name, name),
                    .. claims.Where(c => RoleTypes.Contains(c.typ) && c.val is not null).Select(c => new Claim(ClaimTypes.Role, c.val!)), // just tested
                ],
                SchemeName));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Find(IReadOnlyList<PrincipalClaim> claims, string[] types) =>
        types.Select(t => claims.FirstOrDefault(c => c.typ == t)?.val).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));

#pragma warning disable IDE1006 // The platform's own names.
    private sealed record Principal(IReadOnlyList<PrincipalClaim>? claims);

    private sealed record PrincipalClaim(string? typ, string? val);
#pragma warning restore IDE1006
}
