using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>The register as a whole: finding somebody, who turns 16, and what is allowed of everybody.</summary>
internal static class RegisterPages
{
    /// <summary>More than this on one page and nobody looks; somebody who types more finds fewer.</summary>
    private const int Most = 50;

    public static void MapRegisterPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/register", async (ConsentRegisterStore store, TimeProvider time, CancellationToken cancellationToken) =>
            Show(await store.GetAsync(cancellationToken), "", time)).RequireAuthorization(Policies.Register);
        // A form that is posted: names do not belong in addresses, which are kept by browsers and logs.
        routes.MapPost("/register", SearchAsync).RequireAuthorization(Policies.Register);
        routes.MapGet("/register/sixteen", SixteenAsync).RequireAuthorization(Policies.Register);
        routes.MapGet("/register/decisions.csv", async (ConsentRegisterStore store, ChannelRegister channels, TimeProvider time, CancellationToken cancellationToken) =>
            Csv(SafeCsv.Decisions(await store.GetAsync(cancellationToken), channels, time.GetUtcNow()), "toestemmingen.csv")).RequireAuthorization(Policies.Register);
    }

    /// <summary>A file to open in a spreadsheet. Its name says nothing about anybody.</summary>
    public static IResult Csv(string text, string name) => Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", name);

    private static async Task<IResult> SearchAsync(HttpContext context, ConsentRegisterStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = await Forms.ReadAsync(context.Request, cancellationToken);
        return Show(await store.GetAsync(cancellationToken), form["q"].ToString().Trim(), time);
    }

    private static IResult Show(ConsentRegister register, string query, TimeProvider time)
    {
        var found = PersonSearch.Find(register, query);
        var (soon, since) = SixteenList.Of(register, PlannedTime.DayOf(time.GetUtcNow()));
        return Page.Of<RegisterPage, RegisterModel>(new(query, [.. found.Take(Most)], found.Count, register.People.Count, register.Missing, soon.Count, since.Count));
    }

    private static async Task<IResult> SixteenAsync(ConsentRegisterStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var register = await store.GetAsync(cancellationToken);
        var (soon, since) = SixteenList.Of(register, PlannedTime.DayOf(time.GetUtcNow()));
        return Page.Of<SixteenPage, SixteenModel>(new(soon, since, register.Policy.Sixteen));
    }
}

/// <param name="Query">As typed; empty before a search.</param>
/// <param name="Found">The first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record RegisterModel(string Query, IReadOnlyList<Person> Found, int Total, int People, bool Missing, int Soon, int Since);

public sealed record SixteenModel(IReadOnlyList<SixteenList.Entry> Soon, IReadOnlyList<SixteenList.Entry> Since, SixteenPolicy Policy);
