using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.Drafts;

namespace Moderation.Web.Pages;

/// <summary>Importing pupils and consents: choose a file, look at what it would change, apply it, undo it.</summary>
internal static class ImportPages
{
    private const int PageSize = 100;
    private const int MostImports = 30;

    public static void MapImportPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/import", async (ImportStore store, ConsentRegisterStore register, CancellationToken cancellationToken) =>
            await ShowAsync(new(), StatusCodes.Status200OK, store, register, cancellationToken)).RequireAuthorization(Policies.Register);
        routes.MapPost("/import", TakeAsync).RequireAuthorization(Policies.Keep);
        routes.MapGet("/import/{id}", LookAsync).RequireAuthorization(Policies.Register);
        routes.MapGet("/import/{id}/rows.csv", async (string id, HttpContext context, ImportStore store, ConsentRegisterStore register, CancellationToken cancellationToken) =>
            IsId(id) && await store.PlanOfAsync(id, cancellationToken) is { } plan
                ? RegisterPages.Csv(PlanRows.Csv(plan, await register.GetAsync(cancellationToken)), "proef.csv")
                : Answers.NotFound(context.Request)).RequireAuthorization(Policies.Register);
        routes.MapPost("/import/{id}/apply", (string id, HttpContext context, ImportDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, user => desk.ApplyAsync(id, user.Id, cancellationToken), $"/import/{id}")).RequireAuthorization(Policies.Keep);
        routes.MapPost("/import/{id}/undo", (string id, HttpContext context, ImportDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, user => desk.RevertAsync(id, user.Id, cancellationToken), $"/import/{id}")).RequireAuthorization(Policies.Keep);
        routes.MapPost("/import/{id}/drop", (string id, HttpContext context, ImportStore store, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, user => store.DropAsync(id, user.Id, cancellationToken), "/import")).RequireAuthorization(Policies.Keep);
    }

    private static async Task<IResult> TakeAsync(HttpContext context, ImportDesk desk, ImportStore store, ConsentRegisterStore registers, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var form = await ImportForm.ReadAsync(context.Request, cancellationToken);
        var mapped = form.Fields["mapped"] == "yes" ? MappingFields.Read(form.Fields) : null;
        var asked = new ImportsModel { Mapping = mapped, Columns = [.. mapped?.Consents.Select(c => c.Column) ?? []], Profile = form.Fields["profile"].ToString(), Review = form.Fields["review"] == "on" };
        if (form.File is not { } bytes)
            return await ShowAsync(asked with { Errors = [new("file", new("Kies het bestand dat u uit Magister of Somtoday hebt gehaald.", "Choose the file you took from Magister or Somtoday."))] }, StatusCodes.Status422UnprocessableEntity, store, registers, cancellationToken);

        var file = ImportFile.Read(bytes);
        var policy = (await registers.GetAsync(cancellationToken)).Policy;
        MappingProfile? profile;
        if (mapped is not null)
        {
            (profile, var errors) = mapped.ToProfile(policy);
            if (profile is null)
                return await ShowAsync(asked with { Errors = errors }, StatusCodes.Status422UnprocessableEntity, store, registers, cancellationToken);
        }
        else
        {
            profile = asked.Profile.Length > 0
                ? (await store.ProfilesAsync(cancellationToken)).FirstOrDefault(p => p.Name == asked.Profile)
                : await desk.ProfileForAsync(file, cancellationToken);
            if (file.Columns.Count > 0 && (profile is null || asked.Review))
                return await ShowAsync(asked with { Mapping = MappingFields.Of(profile, file.Columns, policy), Columns = file.Columns, Unknown = profile is null }, StatusCodes.Status200OK, store, registers, cancellationToken);
        }

        // Without a profile the file has no columns at all; the planner says so.
        switch (await desk.PlanAsync(file, profile ?? new MappingProfile { Name = "", StudentNumber = "", TextVersion = "", GuardiansHaveAuthority = false }, user.Id, cancellationToken))
        {
            case ImportOutcome.Planned planned:
                if (mapped is { SaveAs.Length: > 0 } && profile is not null)
                    await store.SaveProfileAsync(profile, user.Id, cancellationToken);
                return Redirects.To($"/import/{planned.Plan.Id}");
            case ImportOutcome.Unusable unusable:
                return await ShowAsync(asked with { Problems = unusable.Problems }, StatusCodes.Status422UnprocessableEntity, store, registers, cancellationToken);
            default:
                throw new InvalidOperationException("An unknown outcome of a dry run imports nothing.");
        }
    }

    private static async Task<IResult> ShowAsync(ImportsModel model, int status, ImportStore store, ConsentRegisterStore register, CancellationToken cancellationToken) =>
        Page.Of<ImportsPage, ImportsModel>(model with
        {
            Logs = [.. (await store.ImportsAsync(cancellationToken)).Take(MostImports)],
            Profiles = await store.ProfilesAsync(cancellationToken),
            Policy = (await register.GetAsync(cancellationToken)).Policy,
        }, status);

    private static async Task<IResult> LookAsync(string id, HttpContext context, ImportStore store, ConsentRegisterStore registers, CancellationToken cancellationToken)
    {
        if (!IsId(id) || await store.FindAsync(id, cancellationToken) is not { } log)
            return Answers.NotFound(context.Request);
        var plan = log.Status == ImportStatus.Planned ? await store.PlanOfAsync(id, cancellationToken) : null;
        var progress = log.Busy ? await store.ProgressAsync(id, cancellationToken) : null;
        if (plan is null)
            return Page.Of<ImportPage, ImportModel>(new(log, progress, null, [], "", [], 1, false));
        var register = await registers.GetAsync(cancellationToken);
        List<(string, Words, int)> groups = [.. PlanRows.Groups.Select(g => (g.Code, g.Title, PlanRows.Count(plan, g.Code))).Where(g => g.Item3 > 0)];
        var show = groups.FirstOrDefault(g => g.Item1 == context.Request.Query["show"]).Item1 ?? groups.FirstOrDefault().Item1 ?? "";
        var rows = PlanRows.Of(plan, register, show);
        var page = int.TryParse(context.Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, 10_000) : 1;
        return Page.Of<ImportPage, ImportModel>(new(log, progress, plan, groups, show, [.. rows.Skip((page - 1) * PageSize).Take(PageSize)], page, rows.Count > page * PageSize));
    }

    private static async Task<IResult> ChangeAsync(string id, HttpContext context, Func<User, Task<Words?>> change, string then)
    {
        if (!IsId(id))
            return Answers.NotFound(context.Request);
        return await change(CurrentUser.Of(context)) switch
        {
            null => Redirects.To(then),
            var unknown when unknown == ImportStore.Unknown => Answers.NotFound(context.Request),
            { } objection => Answers.Refuse(context.Request, StatusCodes.Status409Conflict, objection),
        };
    }

    private static bool IsId(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower);
}

public sealed record ImportsModel
{
    /// <summary>The latest first.</summary>
    public IReadOnlyList<ImportLog> Logs { get; init; } = [];

    public IReadOnlyList<MappingProfile> Profiles { get; init; } = [];

    public ConsentPolicy Policy { get; init; } = ConsentPolicy.School;

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Why the file could not be used at all.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];

    /// <summary>The mapping to look at, or null.</summary>
    public MappingFields? Mapping { get; init; }

    /// <summary>Column names of the file that the mapping is for.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Nothing in the file looked like a student number.</summary>
    public bool Unknown { get; init; }

    /// <summary>Name of the profile that was asked for; empty chooses one.</summary>
    public string Profile { get; init; } = "";

    /// <summary>The mapping is looked at first.</summary>
    public bool Review { get; init; }

    public FieldError? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field);
}

/// <param name="Plan">The dry run while it waits for a decision.</param>
/// <param name="Groups">What would happen, with how many.</param>
/// <param name="Show">The group of which <paramref name="Rows"/> are.</param>
public sealed record ImportModel(
    ImportLog Log, ImportProgress? Progress, ImportPlan? Plan, IReadOnlyList<(string Code, Words Title, int Count)> Groups, string Show,
    IReadOnlyList<PlanRows.Row> Rows, int Page, bool More);
