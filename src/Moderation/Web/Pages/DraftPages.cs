using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>An author's own drafts: the list, one draft, and taking it back.</summary>
internal static class DraftPages
{
    public static void MapDraftPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drafts", ListAsync).RequireAuthorization(Policies.Submit);
        routes.MapGet("/drafts/{id}", ShowAsync).RequireAuthorization(Policies.Submit);
        routes.MapPost("/drafts/{id}/withdraw", (string id, HttpContext context, Intake intake, DraftPageReader reader, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (draft, user) => intake.WithdrawAsync(draft, user, cancellationToken), cancellationToken)).RequireAuthorization(Policies.Submit);
        routes.MapPost("/drafts/{id}/confirm", (string id, HttpContext context, Intake intake, DraftPageReader reader, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (draft, user) => intake.ConfirmAsync(draft, user, cancellationToken), cancellationToken)).RequireAuthorization(Policies.Submit);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DraftLists lists, CancellationToken cancellationToken)
    {
        var page = int.TryParse(context.Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, 10_000) : 1;
        var (rows, more) = await lists.MineAsync(CurrentUser.Of(context), page, cancellationToken);
        return Page.Of<DraftsPage, DraftsModel>(new(rows, page, more));
    }

    private static async Task<IResult> ShowAsync(string id, HttpContext context, DraftPageReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(id, CurrentUser.Of(context), cancellationToken) is { } model
            ? Page.Of<DraftPage, DraftModel>(model)
            : Answers.NotFound(context.Request);

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext context, DraftPageReader reader, Func<DraftId, User, Task<IntakeResult>> change, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        if (await reader.FindAsync(id, user, cancellationToken) is not { } model)
            return Answers.NotFound(context.Request);
        return await change(model.Draft.Head.Id, user) switch
        {
            IntakeResult.Accepted accepted => Redirects.To($"/drafts/{accepted.Head.Id}"),
            IntakeResult.Conflict conflict => Page.Of<DraftPage, DraftModel>(model with { Notice = conflict.Why }, StatusCodes.Status409Conflict),
            _ => Answers.NotFound(context.Request),
        };
    }
}

/// <summary>Gathers what the page of one draft shows.</summary>
internal sealed class DraftPageReader(DraftStore drafts, ConsentRegisterStore register, ChannelRegister channels, TimeProvider time)
{
    /// <returns>Null when there is no such draft, or it is not this person's to see.</returns>
    public async Task<DraftModel?> FindAsync(string id, User user, CancellationToken cancellationToken)
    {
        if (!DraftId.TryParse(id, out var known) || await drafts.LoadAsync(known, cancellationToken) is not { } draft || !DraftAccess.MaySee(user, draft.Head))
            return null;
        var history = await drafts.HistoryAsync(known, cancellationToken);
        // At the planned moment: somebody may turn sixteen before then.
        var at = draft.Head.Planned?.Utc is { } planned && planned > time.GetUtcNow() ? planned : time.GetUtcNow();
        var people = draft.Content.People.Count > 0 || draft.Content.Media.Any(m => m.People.Count > 0);
        var consents = people ? await register.GetAsync(cancellationToken) : ConsentRegister.Empty;
        return new DraftModel(draft, ConsentTable.Of(draft.Content, consents, channels, at), channels, history, null);
    }
}
