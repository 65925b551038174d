using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Moderation.Web;

/// <summary>Somebody who is not signed in, or may not do this, gets words instead of the sign-in scheme's own redirect: the same under both hosts.</summary>
internal sealed class Denials : IAuthorizationMiddlewareResultHandler
{
    private static readonly Words SignInFirst = new("Log eerst in met uw schoolaccount.", "Sign in with your school account first.");

    private static readonly Words NotYours = new(
        "Uw account heeft hiervoor niet de juiste rol. Vraag de beheerder als dat niet klopt.",
        "Your account does not have the role for this. Ask the administrator if that is wrong.");

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        var known = CurrentUser.TryFrom(context.User, out _);
        if (!known)
            return Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, SignInFirst);
        // Nothing there: say so, also to those who may do little.
        return context.GetEndpoint() is null
            ? Answers.RefuseAsync(context, StatusCodes.Status404NotFound, Answers.Nothing)
            : Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, NotYours);
    }
}
