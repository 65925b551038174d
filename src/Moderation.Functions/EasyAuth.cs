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

    /// <summary>The same name twice is two answers to one question; the platform never says that.</summary>
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] IdTypes = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];
    private static readonly string[] NameTypes = ["name", ClaimTypes.Name, "preferred_username"];

    private bool PlatformStandsInFront => string.Equals(configuration["WEBSITE_AUTH_ENABLED"], "true", StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!PlatformStandsInFront || !Request.Headers.TryGetValue(Header, out var header) || header.Count != 1)
            return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(Decode(header[0]) is { } principal
            ? AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName))
            : AuthenticateResult.Fail("The platform's sign-in header cannot be read."));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Without the platform there is no such page: the request would come back here and be sent on for ever.
        if (!PlatformStandsInFront || Request.Path.StartsWithSegments("/api") || Request.Path.StartsWithSegments("/.auth"))
            return base.HandleChallengeAsync(properties);
        Response.Redirect("/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(Back(Request)));
        return Task.CompletedTask;
    }

    /// <summary>Where to return to: this site only. A browser reads an address that begins with two slashes as another site's.</summary>
    private static string Back(HttpRequest request) =>
        request.Path.Value is ['/', '/' or '\\', ..] ? "/" : request.Path + request.QueryString;

    internal static ClaimsPrincipal? Decode(string? header)
    {
        if (header is null || header.Length > MaxHeader)
            return null;
        try
        {
            var principal = JsonSerializer.Deserialize<Principal>(Convert.FromBase64String(header), Strict);
            List<PrincipalClaim> claims = [.. (principal?.claims ?? []).OfType<PrincipalClaim>()];
            if (Find(claims, IdTypes) is not { } id || claims.Exists(c => IdTypes.Contains(c.typ) && c.val != id))
                return null; // nobody in particular, or two people at once
            string?[] roleTypes = ["roles", ClaimTypes.Role, principal?.role_typ];
            return new ClaimsPrincipal(new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, id),
                    new Claim(ClaimTypes.Name, Find(claims, NameTypes) ?? id), // another system of the school has no name
                    .. claims.Where(c => c.typ is not null && roleTypes.Contains(c.typ)).Select(c => c.val).OfType<string>().Select(role => new Claim(ClaimTypes.Role, role)),
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
    private sealed record Principal(IReadOnlyList<PrincipalClaim?>? claims, string? role_typ);

    private sealed record PrincipalClaim(string? typ, string? val);
#pragma warning restore IDE1006
}
