using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Web;

namespace Moderation.Tests.Web;

/// <summary>Signs in whoever the header names: <c>id;role,role</c>.</summary>
internal sealed class StubSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Stub";
    public const string Header = "X-Test-User";

    public static ClaimsPrincipal Principal(string id, params IEnumerable<string> roles) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, "Naam van " + id), .. roles.Select(r => new Claim(ClaimTypes.Role, r))], SchemeName));

    public static string HeaderFor(User user) =>
        $"{user.Id};{string.Join(',', CurrentUser.Codes.Where(c => user.Is(c.Value)).Select(c => c.Key))}";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } header])
            return Task.FromResult(AuthenticateResult.NoResult());
        var parts = header.Split(';');
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
            Principal(parts[0], parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries)), SchemeName)));
    }
}
