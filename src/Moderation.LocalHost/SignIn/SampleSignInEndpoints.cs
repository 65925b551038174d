using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;

namespace Moderation.LocalHost.SignIn;

public static class SampleSignInEndpoints
{
    public static IServiceCollection AddSampleSignIn(this IServiceCollection services, string samples)
    {
        services.AddSingleton(new SampleUsers(samples));
        services.AddAuthentication(SampleSignIn.SchemeName).AddScheme<AuthenticationSchemeOptions, SampleSignIn>(SampleSignIn.SchemeName, null);
        return services;
    }

    public static void MapSampleSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (string? to, SampleUsers users) => Results.Content(Page(users, Local(to)), "text/html; charset=utf-8"))
            .AllowAnonymous().ExcludeFromDescription();

        routes.MapPost("/sign-in", async (HttpContext context, SampleUsers users) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (users.Find(form["user"]) is not { } user)
                return Results.BadRequest();
            context.Response.Cookies.Append(SampleSignIn.Cookie, user.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/" });
            return Results.LocalRedirect(Local(form["to"]));
        }).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

        routes.MapPost("/sign-out", (HttpContext context) =>
        {
            context.Response.Cookies.Delete(SampleSignIn.Cookie);
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Only a path of this site: never another address.</summary>
    private static string Local(string? to) =>
        to is ['/', ..] && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\') && !to.Any(char.IsControl) ? to : "/";

    private static string Page(SampleUsers users, string to)
    {
        var html = new StringBuilder("""
            <!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Inloggen · Moderatie</title><link rel="stylesheet" href="/assets/site.css"></head><body><header class="bar"><span class="brand">Moderatie</span><span>Carolus Clusius College · oefenschool</span></header><main>
            <h1>Als wie wilt u rondkijken?</h1><p>Dit is een oefenomgeving met een verzonnen school. Kies een medewerker. <span lang="en">A practice school; choose a member of staff.</span></p>
            """);
        foreach (var user in users.All)
        {
            html.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"/sign-in\" class=\"card\"><input type=\"hidden\" name=\"to\" value=\"{Text(to)}\"><button name=\"user\" value=\"{Text(user.Id)}\">{Text(user.Name)}</button> <span class=\"meta\">{Text(string.Join(", ", user.Roles.Select(Name)))}</span></form>");
        }

        return html.Append("</main></body></html>").ToString();
    }

    private static string Name(Role role) => role switch
    {
        Role.Submitter => "inzender",
        Role.Approver => "beoordelaar",
        Role.Management => "schoolleiding",
        Role.Administrator => "beheerder",
        Role.PrivacyOfficer => "privacy officer",
        _ => "",
    };

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
