using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Storage;

namespace Moderation.Web.Pages;

/// <summary>Pure: between what stands in the form, what is handed in and what is stored.</summary>
internal static class DraftFieldsMapping
{
    private const int MostLines = 200;
    private const string VariantPrefix = "variants.";

    private static readonly Declaration[] Whole = [Declaration.FactsChecked, Declaration.ThoughtOver];
    private static readonly Declaration[] ForFiles = [Declaration.AllPeopleListed, Declaration.MakersAgree, Declaration.NoThirdPartyMusic];

    /// <summary>Declarations that stand apart in the form, because few posts need them.</summary>
    public static IReadOnlyDictionary<Declaration, Words> Apart { get; } = new Dictionary<Declaration, Words>
    {
        [Declaration.AlsoThroughFormalChannel] = new("Dit staat ook al op de website, in de nieuwsbrief of in een e-mail.", "This also stands on the website, in the newsletter or in an e-mail."),
        [Declaration.QuotesAgreed] = new("Wie ik citeer, is akkoord met het citaat.", "Whoever I quote agrees to the quotation."),
        [Declaration.KnowsFacts] = new("Ik reageer op iets van een ander en ken de juiste feiten.", "I reply to somebody and know the facts."),
        [Declaration.ShareAgreed] = new("Ik deel een bericht van een ander; de maker is akkoord.", "I share somebody's post; its maker agrees."),
    };

    public static string CodeOf<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, Json.Options).GetString() ?? "";

    public static DraftFields Read(IFormCollection form)
    {
        var files = new List<FileFields>();
        for (var i = 0; form.ContainsKey($"media[{i}].id") && i < 100; i++)
        {
            var field = $"media[{i}]";
            if (On(form, $"{field}.remove"))
                continue;
            files.Add(new FileFields
            {
                Id = Text(form, $"{field}.id"),
                Alt = Text(form, $"{field}.alt"),
                Decorative = On(form, $"{field}.decorative"),
                Caption = Text(form, $"{field}.caption"),
                People = Text(form, $"{field}.people"),
                Recognisable = Text(form, $"{field}.recognisable"),
                Situation = Text(form, $"{field}.situation"),
                Rights = Text(form, $"{field}.rights"),
                Maker = Text(form, $"{field}.maker"),
                IsWork = On(form, $"{field}.isWork"),
                MadeByPupil = On(form, $"{field}.madeByPupil"),
                IsLogo = On(form, $"{field}.isLogo"),
                Captioned = On(form, $"{field}.captioned"),
            });
        }

        // Uploaded in blocks by the page's script, and not described yet.
        files.AddRange(form["uploaded"].Where(id => !string.IsNullOrEmpty(id)).Distinct().Select(id => new FileFields { Id = id! })); // not empty
        return new DraftFields
        {
            Reference = Text(form, "reference"),
            ContentHash = Text(form, "contentHash"),
            Text = Text(form, "text"),
            Variants = form.Keys.Where(k => k.StartsWith(VariantPrefix, StringComparison.Ordinal)).ToDictionary(k => k[VariantPrefix.Length..], k => Text(form, k), StringComparer.Ordinal),
            WhereAllowed = On(form, "whereAllowed"),
            Title = Text(form, "title"),
            Channels = [.. form["channels"].OfType<string>()],
            Purpose = Text(form, "purpose"),
            Kind = Text(form, "kind"),
            Byline = Text(form, "byline"),
            PersonalTitle = On(form, "personalTitle"),
            Doubt = On(form, "doubt"),
            Source = Text(form, "source"),
            PlannedAt = Text(form, "plannedAt"),
            Named = Text(form, "named"),
            Quoted = Text(form, "quoted"),
            Confirmed = On(form, "confirmed"),
            FilesConfirmed = On(form, "filesConfirmed"),
            Declared = [.. form["declared"].OfType<string>()],
            Files = files,
        };
    }

    /// <returns>The submission, and what the form alone can see is wrong.</returns>
    public static (Submission Submission, IReadOnlyList<FieldError> Errors) ToSubmission(DraftFields fields)
    {
        var errors = new List<FieldError>();
        if (!fields.Confirmed)
            errors.Add(new("confirmed", new("Bevestig dat u het bericht hebt nagelezen.", "Confirm that you have read the post again.")));
        if (fields.Files.Count > 0 && !fields.FilesConfirmed)
            errors.Add(new("filesConfirmed", new("Bevestig dat de opgave over de bestanden klopt.", "Confirm that what you say about the files is right.")));

        var media = fields.Files.Select((file, i) => ToMedia(file, $"media[{i}]", errors)).ToList();
        var submission = new Submission
        {
            ClientReference = Blank(fields.Reference),
            Text = fields.Text,
            // A channel that was unticked keeps its text in the form, and hands in none.
            Variants = fields.Variants.Where(v => v.Value.Trim().Length > 0 && fields.Channels.Contains(v.Key)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
            WhereAllowed = fields.WhereAllowed,
            Title = Blank(fields.Title),
            Channels = fields.Channels,
            Purpose = fields.Purpose,
            Kind = Enum.GetValues<PostKind>().FirstOrDefault(k => CodeOf(k) == fields.Kind),
            Byline = Blank(fields.Byline),
            PersonalTitle = fields.PersonalTitle,
            Doubt = fields.Doubt,
            Source = Blank(fields.Source),
            PlannedAt = Blank(fields.PlannedAt),
            People = [
                .. Lines(fields.Named).Select(p => new SubmittedPerson(p, MediaKind.Name)),
                .. Lines(fields.Quoted).Select(p => new SubmittedPerson(p, MediaKind.Quote)),
            ],
            Media = media,
            Declarations = [
                .. fields.Confirmed ? Whole : [],
                .. fields.FilesConfirmed && media.Count > 0 ? ForFiles : [],
                .. Apart.Keys.Where(d => fields.Declared.Contains(CodeOf(d))),
            ],
        };
        return (submission, errors);
    }

    /// <summary>People are handed in as one list, named before quoted; the form has a field for each.</summary>
    public static IReadOnlyList<FieldError> PeopleErrors(IReadOnlyList<FieldError> errors, DraftFields fields)
    {
        var named = Lines(fields.Named).Count;
        return [.. errors.Select(e =>
            e.Field.StartsWith("people[", StringComparison.Ordinal) && int.TryParse(e.Field.AsSpan(7, e.Field.Length - 8), CultureInfo.InvariantCulture, out var index)
                ? index < named
                    ? new FieldError("named", new($"Regel {index + 1}: {e.What.Nl}", $"Line {index + 1}: {e.What.En}"))
                    : new FieldError("quoted", new($"Regel {index - named + 1}: {e.What.Nl}", $"Line {index - named + 1}: {e.What.En}"))
                : e.Field.StartsWith("channels", StringComparison.Ordinal) ? e with { Field = "channels" }
                : e)];
    }

    /// <summary>A stored draft as the form shows it. Confirmations are asked anew: they were about the version before.</summary>
    public static DraftFields From(DraftContent content, string contentHash, Func<PersonId, string> nameOf) => new()
    {
        ContentHash = contentHash,
        Text = content.Text,
        Variants = content.Variants.ToDictionary(v => v.Channel, v => v.Text, StringComparer.Ordinal),
        WhereAllowed = content.WhereAllowed,
        Title = content.Title ?? "",
        Channels = content.Channels,
        Purpose = content.Purpose ?? "",
        Kind = CodeOf(content.Kind),
        Byline = content.Byline ?? "",
        PersonalTitle = content.PersonalTitle,
        Doubt = content.Doubt,
        Source = content.Source ?? "",
        PlannedAt = content.Planned?.Wall.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) ?? "",
        Named = Join(content.People.Where(p => p.Kind != MediaKind.Quote).Select(p => nameOf(p.Person))),
        Quoted = Join(content.People.Where(p => p.Kind == MediaKind.Quote).Select(p => nameOf(p.Person))),
        Declared = [.. content.Declarations.Where(Apart.ContainsKey).Select(CodeOf)],
        Files = [.. content.Media.Select(m => new FileFields
        {
            Id = m.Id ?? "",
            Alt = m.Alt ?? "",
            Decorative = m.Alt is { Length: 0 },
            Caption = m.Caption ?? "",
            People = Join(m.People.Select(nameOf)),
            Recognisable = m.Recognisable?.ToString(CultureInfo.InvariantCulture) ?? "",
            Situation = m.Situation ?? "",
            Rights = CodeOf(m.Rights),
            Maker = m.Maker ?? "",
            IsWork = m.Kind == MediaKind.Work,
            MadeByPupil = m.MadeByPupil,
            IsLogo = m.IsLogo,
            Captioned = m.Captioned,
        })],
    };

    private static SubmittedMedia ToMedia(FileFields file, string field, List<FieldError> errors)
    {
        int? recognisable = null;
        if (file.Recognisable.Length > 0)
        {
            if (int.TryParse(file.Recognisable, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                recognisable = count;
            else
                errors.Add(new($"{field}.recognisable", new("Vul een getal in, bijvoorbeeld 3.", "Give a number, for example 3.")));
        }
        else
        {
            errors.Add(new($"{field}.recognisable", new("Vul in hoeveel mensen herkenbaar zijn; 0 als het er geen zijn.", "Say how many people are recognisable; 0 if there are none.")));
        }

        if (file.Situation.Length == 0)
            errors.Add(new($"{field}.situation", new("Kies waar dit bestand is gemaakt.", "Choose where this file was made.")));
        if (file.Rights.Length == 0)
            errors.Add(new($"{field}.rights", new("Kies waarom de school dit bestand mag gebruiken.", "Choose why the school may use this file.")));
        return new SubmittedMedia
        {
            Id = file.Id,
            Alt = file.Decorative ? "" : Blank(file.Alt),
            Caption = Blank(file.Caption),
            Kind = file.IsWork ? MediaKind.Work : MediaKind.Photo,
            Recognisable = recognisable,
            People = Lines(file.People),
            Maker = Blank(file.Maker),
            MadeByPupil = file.MadeByPupil,
            Rights = Enum.GetValues<RightsBasis>().FirstOrDefault(r => CodeOf(r) == file.Rights),
            Situation = Blank(file.Situation),
            IsLogo = file.IsLogo,
            Captioned = file.Captioned,
        };
    }

    private static List<string> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostLines)];

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines.Distinct());

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Browsers send line ends as two characters; readers and length limits count one.</summary>
    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n");

    private static bool On(IFormCollection form, string name) => form[name].Count > 0;
}
