using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Consent;
using Moderation.Mail;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>The lists of subscribers: how many there are, loading them from a file, and what became of a mailing.</summary>
internal static class SubscriberPages
{
    /// <summary>A few hundred thousand addresses.</summary>
    private const long MaxFile = 20 * 1024 * 1024;

    public static void MapSubscriberPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/subscribers", (Subscribers subscribers, ChannelRegister register, CancellationToken cancellationToken) =>
            ShowAsync(subscribers, register, null, cancellationToken)).RequireAuthorization(Policies.Subscribers);
        routes.MapPost("/subscribers/{list}", ImportAsync).RequireAuthorization(Policies.Subscribers);
        routes.MapGet("/mailings/{mailing}", async (string mailing, HttpContext context, Mailings mailings, CancellationToken cancellationToken) =>
            await mailings.ReadAsync(mailing, cancellationToken) is { Count: > 0 } ledger
                ? Page.Of<MailingPage, MailingModel>(MailingModel.Of(ledger))
                : Answers.NotFound(context.Request)).RequireAuthorization(Policies.SeeChannels);
    }

    private static async Task<IResult> ImportAsync(string list, HttpContext context, Subscribers subscribers, ChannelRegister register, CancellationToken cancellationToken)
    {
        if (!Composition.MailLists.Contains(list))
            return Answers.NotFound(context.Request);
        context.Request.Body = Bodies.Limit(context.Request, MaxFile);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return await ShowAsync(subscribers, register, new(list, null, false, false, [], new("Kies een bestand met e-mailadressen.", "Choose a file of e-mail addresses.")), cancellationToken);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var read = SubscriberFile.Read(bytes.ToArray());
        var (apply, whole) = (form["apply"] == "yes", form["whole"] == "yes");
        if (whole && read.Problems.Count > 0 && apply)
        {
            // A list with unreadable lines is not the whole list: nobody is dropped because of a typing error.
            return await ShowAsync(subscribers, register, new(list, null, whole, false, read.Problems, new("Verbeter eerst de regels hieronder; er is niets veranderd.", "Mend the lines below first; nothing has changed.")), cancellationToken);
        }

        var result = await subscribers.ImportAsync(list, read.Subscribers, whole, apply, cancellationToken);
        return await ShowAsync(subscribers, register, new(list, result, whole, apply, read.Problems, null), cancellationToken);
    }

    private static async Task<IResult> ShowAsync(Subscribers subscribers, ChannelRegister register, SubscriberReport? report, CancellationToken cancellationToken)
    {
        var lists = new List<SubscriberList>();
        foreach (var list in Composition.MailLists)
        {
            var (active, gone) = await subscribers.CountAsync(list, cancellationToken);
            lists.Add(new SubscriberList(list, register.Find(list)?.Name ?? list, active, gone));
        }

        return Page.Of<SubscribersPage, SubscribersModel>(new(lists, report), report?.Error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

public sealed record SubscribersModel(IReadOnlyList<SubscriberList> Lists, SubscriberReport? Report);

public sealed record SubscriberList(string Code, string Name, int Active, int Unsubscribed);

/// <param name="Applied">False for a dry run.</param>
public sealed record SubscriberReport(string List, SubscriberImport? Import, bool Whole, bool Applied, IReadOnlyList<RowProblem> Problems, Words? Error);

/// <summary>What became of a mailing, in numbers.</summary>
public sealed record MailingModel(int Sent, int Failed, int Later, int Unknown, IReadOnlyList<(string Reason, int Count)> Reasons)
{
    public static MailingModel Of(IReadOnlyDictionary<string, Delivery> ledger)
    {
        int Count(params DeliveryState[] states) => ledger.Values.Count(d => states.Contains(d.State));
        return new(
            Count(DeliveryState.Sent),
            Count(DeliveryState.Failed),
            Count(DeliveryState.Later),
            Count(DeliveryState.Unknown, DeliveryState.Sending),
            [.. ledger.Values.Where(d => d.Reason is not null).GroupBy(d => d.Reason!).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count()))]); // just tested
    }
}
