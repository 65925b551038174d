using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Moderation.Web;

/// <summary>
/// Who asks for a page without being signed in goes where the host's sign-in scheme sends them; everything else that is
/// not allowed is answered in words.
/// </summary>
internal sealed class Denials : IAuthorizationMiddlewareResultHandler
{
    internal static Words SignInFirst { get; } = new("Log eerst in met uw schoolaccount.", "Sign in with your school account first.");

    private static readonly Words NotYours = new(
        "Uw account heeft hiervoor niet de juiste rol. Vraag de beheerder als dat niet klopt.",
        "Your account does not have the role for this. Ask the administrator if that is wrong.");

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        var known = CurrentUser.TryFrom(context.User, out _);
        if (!known && !Answers.IsApi(context.Request) && HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated != true)
            return context.ChallengeAsync(); // a scheme without a page of its own leaves an empty 401, which Failures fills
        if (!known)
            return Answers.RefuseAsync(context, StatusCodes.Status401Unauthorized, SignInFirst);
        // Nothing there: say so, also to those who may do little.
        return context.GetEndpoint() is null
            ? Answers.RefuseAsync(context, StatusCodes.Status404NotFound, Answers.Nothing)
            : Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, NotYours);
    }
}
