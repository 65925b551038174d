using Microsoft.AspNetCore.Authorization;

namespace Moderation.Web;

/// <summary>Who may reach a route (<c>domain.md</c> §3.3). Whose draft it is, is asked of the draft itself.</summary>
public static class Policies
{
    /// <summary>Also without signing in: assets, health, the choice of language.</summary>
    public const string Everyone = "everyone";

    public const string SignedIn = "signed-in";

    /// <summary>May hand in posts.</summary>
    public const string Submit = "submit";

    /// <summary>May decide on posts of others, and stop everything.</summary>
    public const string Review = "review";

    /// <summary>May send on again what got stuck.</summary>
    public const string Repair = "repair";

    /// <summary>May lift the stop.</summary>
    public const string Lift = "lift";

    /// <summary>May see what came in and could not be read.</summary>
    public const string Intakes = "intakes";

    /// <summary>May see how the channels are doing.</summary>
    public const string SeeChannels = "see-channels";

    /// <summary>May connect channels and switch them off and on.</summary>
    public const string ConnectChannels = "connect-channels";

    /// <summary>May see and load the lists of subscribers.</summary>
    public const string Subscribers = "subscribers";
    /// <summary>May see who gave consent for what.</summary>
    public const string Register = "register";

    /// <summary>May record consent and change the register.</summary>
    public const string Keep = "keep";

    /// <summary>May withdraw consent and protect somebody: only ever stricter.</summary>
    public const string Restrict = "restrict";

    /// <summary>May see who is protected (A12), and where somebody appears.</summary>
    public const string Access = "access";

    /// <summary>May lift protection.</summary>
    public const string Unprotect = "unprotect";

    private static readonly Dictionary<string, Role[]> RolesOf = new(StringComparer.Ordinal)
    {
        [SignedIn] = Enum.GetValues<Role>(),
        [Submit] = [Role.Submitter, Role.Approver, Role.Management],
        [Review] = [Role.Approver, Role.Management],
        [Repair] = [Role.Approver, Role.Management, Role.Administrator],
        [Lift] = [Role.Management],
        [SeeChannels] = [Role.Approver, Role.Management, Role.Administrator],
        [ConnectChannels] = [Role.Administrator],
        [Subscribers] = [Role.Administrator, Role.Management],
        [Intakes] = [Role.Administrator, Role.Management],
        [Register] = [Role.Administrator, Role.Management, Role.PrivacyOfficer],
        [Keep] = [Role.Administrator],
        [Restrict] = [Role.Administrator, Role.Management, Role.PrivacyOfficer],
        [Access] = [Role.Management, Role.PrivacyOfficer],
        [Unprotect] = [Role.Management],
    };

    /// <summary>Every policy by name.</summary>
    public static IReadOnlyCollection<string> All => [Everyone, .. RolesOf.Keys];

    /// <summary>Whether a policy lets somebody with this role in; null is nobody signed in.</summary>
    public static bool Allows(string policy, Role? role) =>
        policy == Everyone || (role is { } given && RolesOf.TryGetValue(policy, out var roles) && roles.Contains(given));

    /// <summary>Whether a policy lets this person in: for showing links only, the endpoint asks again.</summary>
    public static bool Allows(string policy, User user) => user.Roles.Any(role => Allows(policy, role));

    public static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Everyone, policy => policy.RequireAssertion(static _ => true));
        foreach (var (name, roles) in RolesOf)
        {
            options.AddPolicy(name, policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => CurrentUser.TryFrom(context.User, out var user) && roles.Any(user.Is)));
        }

        // An endpoint that forgot its policy is closed, not open.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}
