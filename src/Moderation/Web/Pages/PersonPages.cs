using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Audit;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Publishing;
using Moderation.Screening;

namespace Moderation.Web.Pages;

/// <summary>One person in the register: what is allowed and why, recording and withdrawing, protection, and where they appear.</summary>
internal static class PersonPages
{
    public static void MapPersonPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/register/new", () => Page.Of<PersonFormPage, PersonFormModel>(new(null, new PersonFields { Kind = nameof(PersonKind.Guest) }, []))).RequireAuthorization(Policies.Keep);
        routes.MapPost("/register/new", AddAsync).RequireAuthorization(Policies.Keep);
        routes.MapGet("/register/{id}", async (string id, HttpContext context, PersonPageReader reader, CancellationToken cancellationToken) =>
            await reader.FindAsync(id, CurrentUser.Of(context), cancellationToken) is { } model ? Show(model) : Answers.NotFound(context.Request)).RequireAuthorization(Policies.Register);
        routes.MapGet("/register/{id}/edit", async (string id, HttpContext context, ConsentRegisterStore store, CancellationToken cancellationToken) =>
            await FindAsync(id, store, cancellationToken) is { } person
                ? Page.Of<PersonFormPage, PersonFormModel>(new(person, PersonFields.Of(person), []))
                : Answers.NotFound(context.Request)).RequireAuthorization(Policies.Keep);
        routes.MapPost("/register/{id}/edit", EditAsync).RequireAuthorization(Policies.Keep);
        routes.MapPost("/register/{id}/answers", AnswerAsync).RequireAuthorization(Policies.Keep);
        routes.MapPost("/register/{id}/withdraw", (string id, HttpContext context, PersonPageReader reader, RegisterDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (user, person, form) => PersonId.TryParse(form["giver"], out var giver)
                ? desk.WithdrawAsync(user, person, giver, form["purpose"].ToString() is { Length: > 0 } purpose ? purpose : null, cancellationToken)
                : Task.FromResult<Words?>(new("Kies wie de toestemming intrekt.", "Choose who withdraws the consent.")), cancellationToken)).RequireAuthorization(Policies.Restrict);
        routes.MapPost("/register/{id}/protect", (string id, HttpContext context, PersonPageReader reader, RegisterDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (user, person, _) => desk.ProtectAsync(user, person, protect: true, cancellationToken), cancellationToken)).RequireAuthorization(Policies.Restrict);
        routes.MapPost("/register/{id}/unprotect", (string id, HttpContext context, PersonPageReader reader, RegisterDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (user, person, _) => desk.ProtectAsync(user, person, protect: false, cancellationToken), cancellationToken)).RequireAuthorization(Policies.Unprotect);
        routes.MapPost("/register/{id}/inform", (string id, HttpContext context, PersonPageReader reader, RegisterDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (user, person, _) => desk.InformAsync(user, person, cancellationToken), cancellationToken)).RequireAuthorization(Policies.Keep);
        routes.MapPost("/register/{id}/authority", (string id, HttpContext context, PersonPageReader reader, RegisterDesk desk, CancellationToken cancellationToken) =>
            ChangeAsync(id, context, reader, (user, person, form) => PersonId.TryParse(form["giver"], out var giver) && Enum.TryParse<Authority>(form["authority"], out var authority) && Enum.IsDefined(authority)
                ? desk.SetAuthorityAsync(user, person, giver, authority, cancellationToken)
                : Task.FromResult<Words?>(new("Kies of er gezag is.", "Choose whether there is authority.")), cancellationToken)).RequireAuthorization(Policies.Keep);
        routes.MapGet("/register/{id}/appearances", async (string id, HttpContext context, ConsentRegisterStore store, Appearances appearances, ChannelRegister channels, CancellationToken cancellationToken) =>
            await FindAsync(id, store, cancellationToken) is { } person
                ? Page.Of<AppearancesPage, AppearancesModel>(new(person, await appearances.OfAsync(person.Id, cancellationToken), channels))
                : Answers.NotFound(context.Request)).RequireAuthorization(Policies.Access);
        routes.MapGet("/register/{id}/appearances.csv", async (string id, HttpContext context, ConsentRegisterStore store, Appearances appearances, ChannelRegister channels, CancellationToken cancellationToken) =>
            await FindAsync(id, store, cancellationToken) is { } person
                ? RegisterPages.Csv(AppearanceRows.Write(await store.GetAsync(cancellationToken), person, await appearances.OfAsync(person.Id, cancellationToken), channels), "overzicht.csv")
                : Answers.NotFound(context.Request)).RequireAuthorization(Policies.Access);
    }

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, PersonPageReader reader, RegisterDesk desk, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var form = await Forms.ReadAsync(context.Request, cancellationToken);
        if (!PersonId.TryParse(id, out var person) || await reader.FindAsync(id, user, cancellationToken) is not { } model)
            return Answers.NotFound(context.Request);
        var fields = new AnswerFields
        {
            Giver = form["answeredBy"].ToString(),
            Authority = form["authority"].ToString(),
            Value = form["value"].ToString(),
            Purposes = [.. form["purposes"].OfType<string>()],
            Kinds = [.. form["kinds"].OfType<string>()],
            GivenOn = form["givenOn"].ToString(),
            Source = form["source"].ToString(),
            Reference = form["reference"].ToString().Trim(),
            TextVersion = form["textVersion"].ToString(),
            ValidUntil = form["validUntil"].ToString(),
        };
        var errors = await desk.AnswerAsync(user, person, fields, cancellationToken);
        return errors.Count == 0 ? Redirects.To($"/register/{id}") : Show(model with { Fields = fields, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ChangeAsync(
        string id, HttpContext context, PersonPageReader reader, Func<User, PersonId, IFormCollection, Task<Words?>> change, CancellationToken cancellationToken)
    {
        var user = CurrentUser.Of(context);
        var form = await Forms.ReadAsync(context.Request, cancellationToken);
        if (!PersonId.TryParse(id, out var person) || await reader.FindAsync(id, user, cancellationToken) is not { } model)
            return Answers.NotFound(context.Request);
        return await change(user, person, form) is { } objection
            ? Show(model with { Notice = objection }, StatusCodes.Status409Conflict)
            : Redirects.To($"/register/{id}");
    }

    private static async Task<IResult> AddAsync(HttpContext context, ConsentRegisterStore store, RegisterDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        var fields = PersonFields.Read(await Forms.ReadAsync(context.Request, cancellationToken));
        var (person, errors) = PersonFields.ToPerson(fields, null, await store.GetAsync(cancellationToken), PlannedTime.DayOf(time.GetUtcNow()));
        if (person is null)
            return Page.Of<PersonFormPage, PersonFormModel>(new(null, fields, errors), StatusCodes.Status422UnprocessableEntity);
        await desk.AddAsync(CurrentUser.Of(context), person, cancellationToken);
        return Redirects.To($"/register/{person.Id}");
    }

    private static async Task<IResult> EditAsync(string id, HttpContext context, ConsentRegisterStore store, RegisterDesk desk, TimeProvider time, CancellationToken cancellationToken)
    {
        var fields = PersonFields.Read(await Forms.ReadAsync(context.Request, cancellationToken));
        var register = await store.GetAsync(cancellationToken);
        if (!PersonId.TryParse(id, out var known) || register.Find(known) is not { } before)
            return Answers.NotFound(context.Request);
        var (person, errors) = PersonFields.ToPerson(fields, before, register, PlannedTime.DayOf(time.GetUtcNow()));
        if (person is not null && await desk.ChangeFactsAsync(CurrentUser.Of(context), known, "edited", now => person with { Protected = now.Protected }, cancellationToken) is { } objection)
            errors = [new("", objection)];
        return errors.Count == 0 ? Redirects.To($"/register/{id}") : Page.Of<PersonFormPage, PersonFormModel>(new(before, fields, errors), StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Show(PersonModel model, int status = StatusCodes.Status200OK) => Page.Of<PersonPage, PersonModel>(model, status);

    private static async Task<Person?> FindAsync(string id, ConsentRegisterStore store, CancellationToken cancellationToken) =>
        PersonId.TryParse(id, out var known) ? (await store.GetAsync(cancellationToken)).Find(known) : null;
}

/// <summary>Gathers what the page of one person shows.</summary>
internal sealed class PersonPageReader(ConsentRegisterStore store, ChannelRegister channels, TimeProvider time)
{
    public async Task<PersonModel?> FindAsync(string id, User user, CancellationToken cancellationToken)
    {
        var register = await store.GetAsync(cancellationToken);
        if (!PersonId.TryParse(id, out var known) || register.Find(known) is not { } person)
            return null;
        var now = time.GetUtcNow();
        var today = PlannedTime.DayOf(now);
        return new PersonModel(
            person,
            register,
            today,
            Policies.Allows(Policies.Access, user),
            Allowed.Of(person, register, channels, now),
            [.. ConsentRules.WithoutVoided(register.RecordsOf(known)).OrderByDescending(r => r.GivenAt).ThenByDescending(r => r.RecordedAt)],
            await store.HistoryAsync(known, cancellationToken),
            new AnswerFields { Value = "yes", GivenOn = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), TextVersion = register.Policy.Purposes.SelectMany(p => p.TextVersions).FirstOrDefault() ?? "" },
            [],
            null);
    }
}

/// <param name="ShowFlag">The reader may see who is protected.</param>
/// <param name="Answers">Newest first, without what an undone import wrote.</param>
/// <param name="History">Oldest first.</param>
/// <param name="Fields">Of the form that records an answer, as typed.</param>
/// <param name="Notice">What just did not work, or null.</param>
public sealed record PersonModel(
    Person Person, ConsentRegister Register, DateOnly Today, bool ShowFlag, IReadOnlyList<Allowed> Allowed, IReadOnlyList<ConsentRecord> Answers,
    IReadOnlyList<AuditEvent> History, AnswerFields Fields, IReadOnlyList<FieldError> Errors, Words? Notice)
{
    public FieldError? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field);

    public Words NameOf(PersonId giver) => ConsentTerms.Giver(Register, Person, giver);

    /// <summary>Everybody who has answered for this person.</summary>
    public IReadOnlyList<PersonId> Givers => AnswerRules.GiversOf(Person, Register);

    public Authority AuthorityOf(PersonId giver) => Guardianship.On(Today, Register.GuardianshipsOf(Person.Id), Person.Id, giver);

    public Decider Decider => ConsentRules.DeciderOf(Person, Today);

    /// <summary>Who most likely withdraws: whoever decides and has said yes.</summary>
    public PersonId Withdrawer => Decider == Decider.Guardians && Answers.FirstOrDefault(a => a.Value == ConsentValue.Granted && a.GivenBy != Person.Id) is { } yes ? yes.GivenBy : Person.Id;
}

/// <param name="Person">Who is changed, or null for somebody new.</param>
public sealed record PersonFormModel(Person? Person, PersonFields Fields, IReadOnlyList<FieldError> Errors)
{
    public FieldError? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field);
}

public sealed record AppearancesModel(Person Person, IReadOnlyList<Appearance> Found, ChannelRegister Channels);
