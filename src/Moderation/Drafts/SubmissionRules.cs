using System.Globalization;
using System.Text.RegularExpressions;
using Moderation.Consent;
using Moderation.Publishing;

namespace Moderation.Drafts;

/// <summary>
/// Pure: from what was sent to what is stored, or everything that is wrong with it at once. Every entrance goes through
/// here, so that a form, the API and the queue accept the same drafts.
/// </summary>
public static partial class SubmissionRules
{
    public const int MaxText = 100_000;
    public const int MaxTitle = 200;
    public const int MaxMedia = 20;
    public const int MaxShortText = 1_000;
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PlanAhead = TimeSpan.FromDays(400);

    /// <param name="ready">Finds a ready upload of this submitter, or says why it cannot be used.</param>
    /// <param name="ownNames">The submitter's and the school's: a file marked with one of them is work of one's own (R38).</param>
    /// <param name="findPerson">Resolves an id, student number or full name to exactly one person.</param>
    public static (DraftContent? Content, IReadOnlyList<FieldError> Errors) ToContent(
        Submission submission,
        ChannelRegister channels,
        Func<string, PersonId?> findPerson,
        Func<string, ReadyMedia> ready,
        IReadOnlyList<string> ownNames,
        DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        CheckText("text", submission.Text, errors);
        var codes = CheckChannels(submission, channels, errors);
        var variants = CheckVariants(submission, codes, errors);
        CheckWords(submission, errors);
        var planned = CheckPlanned(submission.PlannedAt, now, errors);
        var people = CheckPeople(submission, findPerson, errors);
        var media = CheckMedia(submission.Media ?? [], findPerson, ready, ownNames, errors);
        CheckLimits(submission, codes, channels, ready, errors);
        if (errors.Count > 0)
            return (null, errors);

        return (
            new DraftContent
            {
                Text = submission.Text!, // checked above
                Variants = variants,
                WhereAllowed = submission.WhereAllowed,
                Title = Blank(submission.Title),
                Channels = codes,
                Purpose = submission.Purpose ?? PostPurpose.Inform,
                Kind = submission.Kind,
                Byline = Blank(submission.Byline),
                PersonalTitle = submission.PersonalTitle,
                Doubt = submission.Doubt,
                Source = Blank(submission.Source),
                FollowUpOwner = Blank(submission.FollowUpOwner),
                People = people,
                Media = media,
                Declarations = [.. (submission.Declarations ?? []).Distinct().Order()],
                Planned = planned,
            },
            errors);
    }

    private static void CheckText(string field, string? text, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new(field, new("Schrijf de tekst van het bericht.", "Write the text of the post.")));
        else if (text.Length > MaxText)
            errors.Add(new(field, new($"De tekst is te lang: {text.Length} tekens; {MaxText} mag. Kort hem in.", $"The text is too long: {text.Length} characters; {MaxText} is the most. Shorten it.")));
        else if (Html().IsMatch(text))
            errors.Add(new(field, new("De tekst bevat HTML-code. Plak het bericht als platte tekst.", "The text contains HTML. Paste the post as plain text.")));
        else if (text.Any(IsForbiddenControl))
            errors.Add(new(field, new("De tekst bevat onzichtbare stuurtekens. Typ of plak het bericht opnieuw.", "The text contains invisible control characters. Type or paste it again.")));
    }

    /// <summary>Texts of single channels, in the order of the channels; equal to the common text is none.</summary>
    private static List<ChannelText> CheckVariants(Submission submission, IReadOnlyList<string> codes, List<FieldError> errors)
    {
        var given = submission.Variants ?? new Dictionary<string, string>();
        foreach (var code in given.Keys.Where(code => !codes.Contains(code)).Take(MaxMedia))
        {
            errors.Add(new("variants", new(
                "Er is een tekst voor een kanaal dat niet gekozen is. Kies dat kanaal ook, of haal de tekst weg.", "There is a text for a channel that is not chosen. Choose that channel too, or take the text away.")));
        }

        var variants = codes.Where(given.ContainsKey).Select(code => new ChannelText(code, given[code])).Where(v => v.Text != submission.Text).ToList();
        foreach (var variant in variants)
            CheckText(DraftContent.FieldOf(variant), variant.Text, errors);
        return variants;
    }

    private static List<string> CheckChannels(Submission submission, ChannelRegister channels, List<FieldError> errors)
    {
        var codes = (submission.Channels ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count == 0)
            errors.Add(new("channels", new("Kies minstens één kanaal.", "Choose at least one channel.")));
        var known = string.Join(", ", channels.All.Where(c => c.Active).Select(c => c.Code));
        for (var i = 0; i < codes.Count; i++)
        {
            if (channels.Find(codes[i]) is not { Active: true })
                errors.Add(new($"channels[{i}]", new($"Dit kanaal is niet bekend of niet actief. Kies uit: {known}.", $"This channel is not known or not active. Choose from: {known}.")));
        }

        return codes;
    }

    private static void CheckWords(Submission submission, List<FieldError> errors)
    {
        if (submission.Purpose is { } purpose && !PostPurpose.All.ContainsKey(purpose))
        {
            var known = string.Join(", ", PostPurpose.All.Keys);
            errors.Add(new("purpose", new($"Dit doel is niet bekend. Kies uit: {known}.", $"This purpose is not known. Choose from: {known}.")));
        }

        if (submission.Title?.Length > MaxTitle)
            errors.Add(new("title", new($"De titel is te lang; {MaxTitle} tekens mag.", $"The title is too long; {MaxTitle} characters is the most.")));
        if (submission.Title is { } title && (Html().IsMatch(title) || title.Any(IsForbiddenControl)))
            errors.Add(new("title", new("Typ de titel als platte tekst.", "Type the title as plain text.")));
        foreach (var (field, value) in new[] { ("byline", submission.Byline), ("source", submission.Source), ("followUpOwner", submission.FollowUpOwner) })
        {
            if (value?.Length > MaxShortText)
                errors.Add(new(field, new($"Dit is te lang; {MaxShortText} tekens mag.", $"This is too long; {MaxShortText} characters is the most.")));
        }
    }

    private static PlannedTime? CheckPlanned(string? plannedAt, DateTimeOffset now, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(plannedAt))
            return null;
        if (!DateTime.TryParseExact(
            plannedAt, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            errors.Add(new("plannedAt", new("Schrijf datum en tijd als 2026-12-01T09:00.", "Write date and time as 2026-12-01T09:00.")));
            return null;
        }

        if (!PlannedTime.TryFromWall(wall, out var planned) || planned is null)
            errors.Add(new("plannedAt", new("Dit tijdstip bestaat niet: de klok gaat dan een uur vooruit. Kies een uur later.", "This time does not exist: the clock skips it. Choose an hour later.")));
        else if (planned.Utc < now - ClockSlack)
            errors.Add(new("plannedAt", new("Dit moment is al voorbij. Kies een moment in de toekomst of laat het leeg.", "This moment has passed. Choose one in the future or leave it empty.")));
        else if (planned.Utc > now + PlanAhead)
            errors.Add(new("plannedAt", new("Plan hooguit een jaar vooruit.", "Plan at most a year ahead.")));
        return planned;
    }

    private static List<LinkedPerson> CheckPeople(Submission submission, Func<string, PersonId?> findPerson, List<FieldError> errors)
    {
        var people = new List<LinkedPerson>();
        for (var i = 0; i < (submission.People?.Count ?? 0); i++)
        {
            var given = submission.People![i]; // counted above
            if (findPerson(given.Person) is { } id)
                people.Add(new LinkedPerson(id, given.Kind));
            else
                errors.Add(UnknownPerson($"people[{i}]"));
        }

        return [.. people.Distinct()];
    }

    private static List<AttachedMedia> CheckMedia(
        IReadOnlyList<SubmittedMedia> media, Func<string, PersonId?> findPerson, Func<string, ReadyMedia> ready, IReadOnlyList<string> ownNames, List<FieldError> errors)
    {
        if (media.Count > MaxMedia)
            errors.Add(new("media", new($"Voeg hooguit {MaxMedia} bestanden toe.", $"Add at most {MaxMedia} files.")));
        var attached = new List<AttachedMedia>();
        for (var i = 0; i < Math.Min(media.Count, MaxMedia); i++)
        {
            var field = $"media[{i}]";
            var file = media[i];
            var found = ready(file.Id ?? "");
            if (found is not ReadyMedia.Usable upload)
            {
                errors.Add(new($"{field}.id", (found as ReadyMedia.Unusable)?.Why ?? new("Dit bestand is niet bruikbaar.", "This file cannot be used.")));
                continue;
            }

            if (file.Alt is null && upload.Kind is MediaKind.Photo or MediaKind.Work)
                errors.Add(new($"{field}.alt", new("Beschrijf in een zin wat er op de foto staat, voor wie hem niet ziet. Is hij alleen versiering, geef dan een lege tekst.", "Describe the picture in one sentence for those who cannot see it. If it is only decoration, give an empty text.")));
            if (file.Alt?.Length > MaxShortText || file.Caption?.Length > MaxShortText)
                errors.Add(new($"{field}.alt", new($"Gebruik hooguit {MaxShortText} tekens.", $"Use at most {MaxShortText} characters.")));
            if (file.Recognisable is < 0 or > 2_000)
                errors.Add(new($"{field}.recognisable", new("Geef het aantal herkenbare mensen als getal.", "Give the number of recognisable people.")));
            if (file.Situation is { } situation && !SchoolSituation.All.ContainsKey(situation))
                errors.Add(new($"{field}.situation", new($"Deze situatie is niet bekend. Kies uit: {string.Join(", ", SchoolSituation.All.Keys)}.", $"This situation is not known. Choose from: {string.Join(", ", SchoolSituation.All.Keys)}.")));

            var people = new List<PersonId>();
            for (var p = 0; p < (file.People?.Count ?? 0); p++)
            {
                if (findPerson(file.People![p]) is { } id) // counted above
                    people.Add(id);
                else
                    errors.Add(UnknownPerson($"{field}.people[{p}]"));
            }

            attached.Add(new AttachedMedia
            {
                Id = file.Id,
                Sha256 = upload.Sha256,
                Name = upload.Name,
                Alt = file.Alt,
                Caption = Blank(file.Caption),
                Kind = upload.Kind == MediaKind.Photo && file.Kind == MediaKind.Work ? MediaKind.Work : upload.Kind,
                Recognisable = file.Recognisable,
                People = [.. people.Distinct()],
                Maker = Blank(file.Maker),
                MadeByPupil = file.MadeByPupil,
                Rights = file.Rights,
                Situation = file.Situation,
                TakenAt = upload.TakenAt ?? file.TakenAt,
                RightsMark = upload.Rights.Foreign(file.Maker is null ? ownNames : [.. ownNames, file.Maker]).Summary,
                IsLogo = file.IsLogo,
                Captioned = file.Captioned,
            });
        }

        return attached;
    }

    /// <summary>What each channel takes. As long as a file cannot be used, only the texts are judged: the file has its own error.</summary>
    private static void CheckLimits(
        Submission submission, IEnumerable<string> codes, ChannelRegister channels, Func<string, ReadyMedia> ready, List<FieldError> errors)
    {
        if (submission.Text?.Length > MaxText)
            return;
        var files = (submission.Media ?? []).Select(m => (ready(m.Id ?? "") as ReadyMedia.Usable)?.Facts).ToList();
        IReadOnlyList<MediaFacts>? media = files.Contains(null) ? null : [.. files.OfType<MediaFacts>()];
        errors.AddRange(codes.Select(channels.Find).OfType<Channel>().SelectMany(channel => ChannelLimits.Check(channel, submission, media)));
    }

    private static FieldError UnknownPerson(string field) => new(
        field,
        new("Deze persoon staat niet (of meer dan één keer) op de lijst van de school. Kies de persoon uit de lijst.", "This person is not on the school's list, or more than once. Choose the person from the list."));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsForbiddenControl(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    /// <summary>A tag as browsers know it, not "&lt;3" or "a &lt; b".</summary>
    [GeneratedRegex(@"<\s*/?\s*(?:script|style|iframe|img|svg|html|head|body|div|span|p|br|a|b|i|u|em|strong|table|tr|td|ul|ol|li|h[1-6]|form|input|object|embed|link|meta|video|audio)\b[^>]*>|<!--|<!doctype", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();
}
