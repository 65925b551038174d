using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Media;
using Moderation.Media.Metadata;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>
/// Writing a draft and changing one. One form: a text asks for text, channels, purpose and one confirmation; each
/// uploaded file adds its own questions. The form comes back with everything that was typed until all is in order.
/// </summary>
internal static class DraftFormPages
{
    public static void MapDraftForm(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/drafts/new", (ChannelRegister channels) => Page.Of<DraftFormPage, DraftFormModel>(
            new(new DraftFields { Reference = NewReference() }, channels, [], []))).RequireAuthorization(Policies.Submit);
        routes.MapPost("/drafts/new", SubmitAsync).RequireAuthorization(Policies.Submit).RequireRateLimiting(RateLimits.Submission);
        routes.MapPost("/drafts/limits", async (HttpRequest request, ChannelRegister channels, CancellationToken cancellationToken) =>
            Page.Of<LimitsPart, LimitsModel>(LimitsModel.Of(DraftFieldsMapping.Read(await Forms.ReadAsync(request, cancellationToken)), channels))).RequireAuthorization(Policies.Submit);
        routes.MapGet("/drafts/{id}/edit", ShowEditAsync).RequireAuthorization(Policies.Submit);
        routes.MapPost("/drafts/{id}/edit", EditAsync).RequireAuthorization(Policies.Submit).RequireRateLimiting(RateLimits.Submission);
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, Intake intake, DraftFormDesk desk, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var (answer, fields, submission) = await desk.ReadAsync(context.Request, user, null, cancellationToken);
        if (answer is not null)
            return answer;
        return await intake.SubmitAsync(submission, user, Intake.Form, cancellationToken) switch
        {
            IntakeResult.Accepted accepted => Redirects.To($"/drafts/{accepted.Head.Id}"),
            IntakeResult.Invalid invalid => await desk.ShowAsync(user, fields, null, invalid.Errors, cancellationToken),
            // Handed in, then changed with the browser's back button: with a new reference it is a new draft.
            IntakeResult.Conflict conflict => await desk.ShowAsync(
                user, fields with { Reference = NewReference() }, null, [new("", SentBefore)], cancellationToken, StatusCodes.Status409Conflict),
            _ => Answers.NotFound(context.Request),
        };
    }

    private static async Task<IResult> ShowEditAsync(
        string id, HttpContext context, DraftStore drafts, DraftFormDesk desk, ConsentRegisterStore register, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        if (!DraftId.TryParse(id, out var known) || await drafts.LoadAsync(known, cancellationToken) is not { } draft || !DraftAccess.MaySee(user, draft.Head))
            return Answers.NotFound(context.Request);
        if (!DraftAccess.MayEdit(user, draft.Head))
            return Answers.Refuse(context.Request, StatusCodes.Status409Conflict, NotNow);
        var people = await register.GetAsync(cancellationToken);
        return await desk.ShowAsync(user, DraftFieldsMapping.From(draft.Content, draft.Head.ContentHash, NameOf), known, [], cancellationToken, StatusCodes.Status200OK);

        // A name that more than one person has would not be found back; the id would.
        string NameOf(PersonId person) => people.Find(person) is { } found && people.Resolve(found.FullName) == person ? found.FullName : person.ToString();
    }

    private static async Task<IResult> EditAsync(string id, HttpContext context, Intake intake, DraftStore drafts, DraftFormDesk desk, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        if (!DraftId.TryParse(id, out var known) || await drafts.FindHeadAsync(known, cancellationToken) is not { } head || !DraftAccess.MaySee(user, head))
            return Answers.NotFound(context.Request);
        var (answer, fields, submission) = await desk.ReadAsync(context.Request, user, known, cancellationToken);
        if (answer is not null)
            return answer;
        return await intake.EditAsync(known, submission, fields.ContentHash, user, cancellationToken) switch
        {
            IntakeResult.Accepted accepted => Redirects.To($"/drafts/{accepted.Head.Id}"),
            IntakeResult.Invalid invalid => await desk.ShowAsync(user, fields, known, invalid.Errors, cancellationToken),
            IntakeResult.Conflict conflict => await desk.ShowAsync(user, fields, known, [new("", conflict.Why)], cancellationToken, StatusCodes.Status409Conflict),
            _ => Answers.NotFound(context.Request),
        };
    }

    private static string NewReference() => Guid.NewGuid().ToString("N");

    private static readonly Words SentBefore = new(
        "Dit bericht hebt u al ingediend; het staat bij 'Mijn berichten', waar u het kunt aanpassen. Wilt u dit als tweede bericht indienen, druk dan nog eens op Indienen.",
        "You have handed in this post already; it stands under 'My posts', where you can change it. To hand this in as a second post, press Hand in once more.");

    private static readonly Words NotNow = new(
        "Dit bericht kunt u nu niet aanpassen: het is al uitgegaan, afgesloten of nog niet bevestigd.",
        "You cannot change this post now: it has gone out, is closed or is not confirmed yet.");
}

/// <summary>Reads the draft form and shows it again with what is still needed.</summary>
internal sealed class DraftFormDesk(Uploads uploads, ChannelRegister channels, TimeProvider time)
{
    /// <summary>Long enough for most pictures, short enough for a person.</summary>
    private static readonly TimeSpan CleaningTakes = TimeSpan.FromSeconds(8);

    /// <summary>Stands in for everybody named while other fields are still wrong; the people are looked up when the rest is right.</summary>
    private static readonly PersonId Somebody = PersonId.Parse("somebody");

    /// <returns>An answer when the form is not complete yet, otherwise what to hand in.</returns>
    public async Task<(IResult? Answer, DraftFields Fields, Submission Submission)> ReadAsync(
        HttpRequest request, User user, DraftId? editing, CancellationToken cancellationToken)
    {
        var (form, taken) = await Forms.ReadWithFilesAsync(request, user, uploads, cancellationToken);
        var fields = DraftFieldsMapping.Read(form);
        var fresh = fields.Files.Count(f => f is { Alt.Length: 0, Situation.Length: 0, Rights.Length: 0, Recognisable.Length: 0 });
        var accepted = taken.Select(t => t.Outcome).OfType<UploadOutcome.Accepted>().Select(a => new FileFields { Id = a.Asset.Id.ToString() }).ToList();
        fields = fields with { Files = [.. fields.Files, .. accepted] };

        var refused = taken.Where(t => t.Outcome is not UploadOutcome.Accepted).Select(t => new FieldError("files", RefusalOf(t))).ToList();
        if (refused.Count > 0)
            return (await ShowAsync(user, fields, editing, refused, cancellationToken), fields, new Submission());
        if (form["action"] == "add" || accepted.Count > 0 || (fresh > 0 && form["uploaded"].Count > 0))
        {
            Words? notice = accepted.Count + fresh > 0 ? Describe : null;
            return (await ShowAsync(user, fields, editing, [], cancellationToken, StatusCodes.Status200OK, notice), fields, new Submission());
        }

        var (submission, errors) = DraftFieldsMapping.ToSubmission(fields);
        var files = fields.Files.Count == 0 ? []
            : await uploads.SettleAsync(user, [.. fields.Files.Select(f => f.Id)], errors.Count > 0 ? TimeSpan.Zero : CleaningTakes, cancellationToken);
        if (errors.Count == 0)
            return (null, fields, submission);
        // All that is wrong at once, not first what the form sees and then what the rules see.
        var (_, more) = SubmissionRules.ToContent(submission, channels, static _ => Somebody, id => KindOf(files, id), [user.Name], time.GetUtcNow());
        errors = [.. more, .. errors.Where(e => !more.Any(m => m.Field == e.Field))];
        return (await ShowAsync(user, fields, editing, errors, cancellationToken), fields, submission);
    }

    public async Task<IResult> ShowAsync(
        User user,
        DraftFields fields,
        DraftId? editing,
        IReadOnlyList<FieldError> errors,
        CancellationToken cancellationToken,
        int status = StatusCodes.Status422UnprocessableEntity,
        Words? notice = null)
    {
        var assets = await Task.WhenAll(fields.Files.Select(f => uploads.FindAsync(user, f.Id, cancellationToken)));
        var named = DraftFieldsMapping.PeopleErrors(errors, fields);
        return Page.Of<DraftFormPage, DraftFormModel>(new(fields, channels, named, assets, notice, editing), status);
    }

    /// <summary>For the rules, before it is known whether the file can be used: that is said with the file itself.</summary>
    private static ReadyMedia.Usable KindOf(IReadOnlyList<MediaAsset?> files, string id)
    {
        var facts = files.FirstOrDefault(f => f?.Id.ToString() == id)?.Cleaned is { } cleaned ? MediaFacts.Of(cleaned) : null;
        return new("", "", facts?.Kind ?? MediaKind.Photo, null, RightsMarks.None, facts);
    }

    private static Words RefusalOf(TakenFile file)
    {
        var why = (file.Outcome as UploadOutcome.Refused)?.Refusal.Words
            ?? new Words("Het bestand kwam niet goed aan. Kies het opnieuw.", "The file did not arrive well. Choose it again.");
        return new($"{file.Name}: {why.Nl}", $"{file.Name}: {why.En}");
    }

    private static readonly Words Describe = new(
        "De bestanden zijn binnen. Beschrijf ze hieronder en dien het bericht dan in.",
        "The files have arrived. Describe them below, then hand in the post.");
}
