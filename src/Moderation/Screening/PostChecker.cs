using System.Globalization;
using System.Text.Json;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Safety;
using Moderation.Storage;

namespace Moderation.Screening;

/// <summary>
/// Checks a draft without storing anything: the command <c>check</c> and <c>POST /api/check</c>. Files are looked at by
/// what is said of them, not by their bytes.
/// </summary>
public sealed class PostChecker(Facts facts, SafetySettings safety, TimeProvider time, bool processRules = false)
{
    private const int MaxIdLength = 200;

    /// <summary>
    /// What every author declares on handing in. Declarations about one particular sentence (also published formally, quotation or share
    /// agreed, facts known) are not assumed: without them the sentence is what the rule is about.
    /// </summary>
    private static readonly IReadOnlyList<Declaration> UsualDeclarations =
        [Declaration.AllPeopleListed, Declaration.FactsChecked, Declaration.MakersAgree, Declaration.NoThirdPartyMusic, Declaration.ThoughtOver];

    /// <param name="json">One draft: <c>id</c>, <c>text</c>; optional <c>at</c>, <c>channels</c>, <c>purpose</c>, <c>byline</c>, <c>people</c>,
    /// <c>media[{name,alt,kind,recognisable,people}]</c>, <c>declarations</c>, and whatever else a <see cref="Submission"/> has.</param>
    public CheckedPost Check(string json)
    {
        string? id = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Invalid(null, new("", new("Geef één JSON-object per regel.", "Give one JSON object a line.")));
            id = IdOf(root);
            if (id is null)
                return Invalid(null, new("id", new("Geef elk bericht een id.", "Give every post an id.")));
            if (!TryAt(root, out var at))
                return Invalid(id, new("at", new("Schrijf datum en tijd als 2026-12-01T09:00.", "Write date and time as 2026-12-01T09:00.")));

            var (submission, error) = SubmissionReader.Read(System.Text.Encoding.UTF8.GetBytes(json));
            if (submission is null)
                return Invalid(id, error ?? new("", new("Dit is geen bericht.", "This is no post.")));
            if (string.IsNullOrWhiteSpace(submission.Text) || submission.Text.Length > SubmissionRules.MaxText)
                return Invalid(id, new("text", new($"Geef een tekst van hooguit {SubmissionRules.MaxText} tekens.", $"Give a text of at most {SubmissionRules.MaxText} characters.")));
            return Check(id, ToContent(submission), at) with { Limits = LimitsOf(submission) };
        }
        catch (JsonException)
        {
            return Invalid(id, new("", new("Dit is geen geldige JSON.", "This is not valid JSON.")));
        }
    }

    private CheckedPost Check(string id, DraftContent content, DateTimeOffset at)
    {
        IReadOnlyList<Finding> findings = [.. PureChecks.Run(content, facts, at, processRules), .. TextSafety.Check(content, facts.BlockedTerms, safety)];
        return new CheckedPost(id, Json.Write(FindingsOutcome.Of(findings)).Trim('"'), [.. findings.Select(CheckedFinding.Of)]);
    }

    /// <summary>What the chosen channels would not take; of the files no more is known than what kind they are.</summary>
    private List<FieldError>? LimitsOf(Submission submission)
    {
        IReadOnlyList<MediaFacts> media = [.. (submission.Media ?? []).Select(m => new MediaFacts(m.Kind))];
        var limits = (submission.Channels ?? []).Distinct(StringComparer.Ordinal).Select(facts.Channels.Find).OfType<Channel>()
            .SelectMany(channel => ChannelLimits.Check(channel, submission, media)).ToList();
        return limits.Count == 0 ? null : limits;
    }

    private DraftContent ToContent(Submission submission) => new()
    {
        Text = submission.Text ?? "",
        Title = submission.Title,
        Channels = submission.Channels is { Count: > 0 } channels ? channels : ["website"],
        Purpose = submission.Purpose ?? PostPurpose.Inform,
        Kind = submission.Kind,
        Byline = submission.Byline,
        PersonalTitle = submission.PersonalTitle,
        Doubt = submission.Doubt,
        Source = submission.Source,
        FollowUpOwner = submission.FollowUpOwner,
        People = [.. (submission.People ?? []).Select((p, i) => new LinkedPerson(Resolve(p.Person, i), p.Kind)).Distinct()],
        Media = [.. (submission.Media ?? []).Select(ToMedia)],
        Declarations = submission.Declarations ?? UsualDeclarations,
    };

    private AttachedMedia ToMedia(SubmittedMedia file) => new()
    {
        Name = file.Name ?? "",
        Alt = file.Alt,
        Caption = file.Caption,
        Kind = file.Kind,
        Recognisable = file.Recognisable,
        People = [.. (file.People ?? []).Select(Resolve).Distinct()],
        Maker = file.Maker,
        MadeByPupil = file.MadeByPupil,
        Rights = file.Rights,
        Situation = file.Situation,
        TakenAt = file.TakenAt,
        IsLogo = file.IsLogo,
        Captioned = file.Captioned,
    };

    /// <summary>Somebody who is not on the list stays in the draft as somebody unknown, and nobody unknown has consented.</summary>
    private PersonId Resolve(string reference, int index) =>
        facts.Register.Resolve(reference) ?? PersonId.Parse(string.Create(CultureInfo.InvariantCulture, $"unknown-{index + 1}"));

    private bool TryAt(JsonElement root, out DateTimeOffset at)
    {
        at = time.GetUtcNow();
        if (!root.TryGetProperty("at", out var given) || given.ValueKind == JsonValueKind.Null)
            return true;
        if (given.ValueKind != JsonValueKind.String)
            return false;
        var text = given.GetString();
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            if (!PlannedTime.TryFromWall(wall, out var planned) || planned is null)
                return false;
            at = planned.Utc;
            return true;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
    }

    private static string? IdOf(JsonElement root) => root.TryGetProperty("id", out var id)
        ? id.ValueKind switch
        {
            JsonValueKind.String when id.GetString() is { Length: > 0 and <= MaxIdLength } text => text,
            JsonValueKind.Number => id.GetRawText(),
            _ => null,
        }
        : null;

    private static CheckedPost Invalid(string? id, FieldError error) => new(id, "invalid", []) { Errors = [error] };
}

/// <summary>One line of the answer.</summary>
/// <param name="Outcome"><c>cleared</c>, <c>warned</c>, <c>held</c>, <c>blocked</c> or <c>invalid</c>.</param>
public sealed record CheckedPost(string? Id, string Outcome, IReadOnlyList<CheckedFinding> Findings)
{
    /// <summary>What is wrong with an invalid line.</summary>
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>What the channels named in the post would not take; null when they take it all. Handing in refuses it.</summary>
    public IReadOnlyList<FieldError>? Limits { get; init; }
}

/// <param name="Start">UTF-16 offset in <paramref name="Field"/>.</param>
public sealed record CheckedFinding(string Rule, FindingAction Action, string Field, int? Start, int? End, string? Person, string Nl, string Fix)
{
    public static CheckedFinding Of(Finding finding) =>
        new(finding.Rule, finding.Action, finding.Field, finding.Start, finding.End, finding.Person, finding.What.Nl, finding.Fix.Nl);
}
