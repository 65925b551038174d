using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Moderation.Web;

/// <summary>Who is signed in, from the claims of the host's sign-in: name identifier, name, and roles as in <see cref="Codes"/>.</summary>
public static class CurrentUser
{
    private const int MaxId = 128;

    /// <summary>Role claims as the sign-in gives them.</summary>
    public static IReadOnlyDictionary<string, Role> Codes { get; } = new Dictionary<string, Role>(StringComparer.Ordinal)
    {
        ["submitter"] = Role.Submitter,
        ["approver"] = Role.Approver,
        ["management"] = Role.Management,
        ["administrator"] = Role.Administrator,
        ["privacy-officer"] = Role.PrivacyOfficer,
    };

    /// <exception cref="InvalidOperationException">Nobody is signed in; a policy should have stopped the request before.</exception>
    public static User From(ClaimsPrincipal principal) =>
        TryFrom(principal, out var user) ? user : throw new InvalidOperationException("Nobody is signed in.");

    public static User Of(HttpContext context) => From(context.User);

    /// <returns>False when nobody is signed in, or the account's id could not be a table key.</returns>
    public static bool TryFrom(ClaimsPrincipal principal, [NotNullWhen(true)] out User? user)
    {
        user = null;
        if (principal.Identity?.IsAuthenticated != true)
            return false;
        var id = principal.FindFirstValue(ClaimTypes.NameIdentifier);
        if (id is not { Length: > 0 and <= MaxId } || id.Any(static c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
            return false;
        var name = principal.FindFirstValue(ClaimTypes.Name);
        user = new User(
            id,
            string.IsNullOrWhiteSpace(name) ? id : name,
            principal.FindAll(ClaimTypes.Role).Where(c => Codes.ContainsKey(c.Value)).Select(c => Codes[c.Value]).ToHashSet());
        return true;
    }
}
