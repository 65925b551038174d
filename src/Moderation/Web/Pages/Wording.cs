using System.Globalization;
using Moderation.Audit;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>What states, steps and reasons are called on the pages.</summary>
internal static class Wording
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>A moment on the school's clock, e.g. <c>di 3 maart 2026, 14:05</c>.</summary>
    public static string When(DateTimeOffset at) => PlannedTime.WallOf(at).ToString("ddd d MMMM yyyy, HH:mm", Dutch);

    /// <summary>A day, e.g. <c>3 maart 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    public static string When(PlannedTime planned) => planned.Wall.ToString("ddd d MMMM yyyy, HH:mm", Dutch);

    /// <summary>How long ago, in the largest unit that says something.</summary>
    public static Words Ago(DateTimeOffset since, DateTimeOffset now)
    {
        var past = now - since;
        return past switch
        {
            { TotalMinutes: < 1 } => new("zojuist", "just now"),
            { TotalMinutes: < 60 } => new($"{(int)past.TotalMinutes} min. geleden", $"{(int)past.TotalMinutes} min ago"),
            { TotalHours: < 24 } => new($"{(int)past.TotalHours} uur geleden", $"{(int)past.TotalHours} h ago"),
            { TotalDays: < 2 } => new("een dag geleden", "a day ago"),
            _ => new($"{(int)past.TotalDays} dagen geleden", $"{(int)past.TotalDays} days ago"),
        };
    }

    /// <summary>What the state means to the author, and what they can do.</summary>
    public static Words Explain(DraftHead head) => head.State switch
    {
        DraftState.Draft => new(
            "Dit bericht kwam op uw naam binnen via een andere weg. Is het van u? Bevestig het dan; anders trekt u het in.",
            "This post came in under your name by another way. Is it yours? Then confirm it; if not, withdraw it."),
        DraftState.Submitted => new(
            "Het bericht wordt gecontroleerd. Dat duurt meestal een paar seconden; deze pagina ververst vanzelf.",
            "The post is being checked. That usually takes a few seconds; this page refreshes by itself."),
        DraftState.Blocked => new(
            "Zo kan het bericht niet uit. Hieronder staat per punt wat u kunt doen. Pas het aan en dien het opnieuw in.",
            "The post cannot go out like this. Below is what you can do about each point. Change it and hand it in again."),
        DraftState.Held => new(
            "Een collega beoordeelt het bericht. U hoeft niets te doen; aanpassen mag, dan begint de controle opnieuw.",
            "A colleague is reviewing the post. You need do nothing; you may change it, and then checking starts again."),
        DraftState.Escalated => new(
            "De schoolleiding beslist over dit bericht. U hoeft niets te doen.",
            "Management decides on this post. You need do nothing."),
        DraftState.Cleared => new("Alles in orde. Het bericht gaat nu naar de kanalen.", "All is well. The post is on its way to the channels."),
        DraftState.Approved => new("Goedgekeurd. Het bericht gaat nu naar de kanalen.", "Approved. The post is on its way to the channels."),
        DraftState.Scheduled => new("Het bericht staat klaar en gaat op het gekozen moment uit.", "The post is ready and goes out at the chosen moment."),
        DraftState.Rejected => new("Dit bericht is afgewezen en gaat niet uit. De reden staat hieronder.", "This post was rejected and does not go out. The reason is below."),
        DraftState.Returned => new("Een collega vraagt u het bericht aan te passen. De reden staat hieronder.", "A colleague asks you to change the post. The reason is below."),
        DraftState.Published => new("Het bericht staat op alle gekozen kanalen.", "The post is on all chosen channels."),
        DraftState.Stuck => new(
            "Het bericht is onderweg vastgelopen. Een beoordelaar of beheerder kan het opnieuw proberen; er raakt niets kwijt.",
            "The post got stuck on its way. An approver or administrator can try again; nothing is lost."),
        DraftState.Withdrawn => new("Dit bericht is ingetrokken en gaat niet uit.", "This post was withdrawn and does not go out."),
        _ => new("De toestand is niet bekend. Vraag de beheerder.", "The state is not known. Ask the administrator."),
    };

    public static Words Channel(ChannelProgress progress, DraftHead head) => progress.State switch
    {
        ChannelState.Waiting when head.State.IsFinal() => new("Gaat niet uit", "Does not go out"),
        ChannelState.Waiting when progress.NotBefore is { } at => new($"Het kanaal vraagt te wachten tot {When(at)}", $"The channel asks to wait until {When(at)}"),
        ChannelState.Waiting when head.State == DraftState.Scheduled => new("Wacht op het gekozen moment", "Waits for the chosen moment"),
        ChannelState.Waiting when head.State.MayPublish() => new("Staat klaar", "Ready to go"),
        ChannelState.Waiting => new("Nog niet vrijgegeven", "Not cleared yet"),
        ChannelState.Skipped => new("Gaat hier niet uit: de toestemming ontbreekt", "Does not go out here: consent is missing"),
        ChannelState.Attempting => new("Wordt nu geplaatst", "Being placed now"),
        ChannelState.Published => new("Staat live", "Live"),
        ChannelState.Refused => new("Door het kanaal geweigerd", "Refused by the channel"),
        ChannelState.Unknown when progress.AskPerson => new("Onbekend of het live staat; een beoordelaar kijkt op het kanaal", "Unknown whether it is live; an approver looks on the channel"),
        ChannelState.Unknown => new("Onbekend of het live staat; we vragen het aan het kanaal", "Unknown whether it is live; we are asking the channel"),
        _ => new("Onbekend", "Unknown"),
    };

    public static Words Action(FindingAction action) => action switch
    {
        FindingAction.Record => new("Ter informatie", "For the record"),
        FindingAction.Warn => new("Tip", "Tip"),
        FindingAction.Declare => new("Nog bevestigen", "To confirm"),
        FindingAction.Hold => new("Beoordelaar kijkt mee", "An approver looks"),
        FindingAction.Block => new("Kan zo niet uit", "Cannot go out"),
        _ => new("Beoordelaar kijkt mee", "An approver looks"),
    };

    /// <summary>Where in the draft a finding is.</summary>
    public static Words Field(string field) => field switch
    {
        "text" => new("Tekst", "Text"),
        "title" => new("Titel", "Title"),
        "byline" => new("Naam onder het bericht", "Byline"),
        "people" => new("Genoemde mensen", "People named"),
        "channels" => new("Kanalen", "Channels"),
        "declarations" => new("Bevestiging", "Confirmation"),
        "planned" or "plannedAt" => new("Moment", "Moment"),
        "source" => new("Bron", "Source"),
        "purpose" => new("Doel", "Purpose"),
        "doubt" => new("Twijfel", "Doubt"),
        "followUpOwner" => new("Wie de reacties volgt", "Who follows the replies"),
        "" => new("Bericht", "Post"),
        _ when MediaIndex(field) is { } index => field.Split('.') switch
        {
            [_, "alt"] => new($"Bestand {index + 1}, beschrijving", $"File {index + 1}, description"),
            [_, "caption"] => new($"Bestand {index + 1}, bijschrift", $"File {index + 1}, caption"),
            [_, "name"] => new($"Bestand {index + 1}, naam", $"File {index + 1}, name"),
            _ => new($"Bestand {index + 1}", $"File {index + 1}"),
        },
        _ => new("Bericht", "Post"),
    };

    /// <summary>0 for <c>media[0].alt</c>; null for what is not about a file.</summary>
    public static int? MediaIndex(string field) =>
        field.StartsWith("media[", StringComparison.Ordinal) && field.IndexOf(']', StringComparison.Ordinal) is > 6 and var close
        && int.TryParse(field.AsSpan(6, close - 6), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    public static Words Step(AuditEvent step) => step.Action switch
    {
        "submitted" => new("Ingediend", "Handed in"),
        "received" => new("Binnengekomen via de wachtrij", "Came in through the queue"),
        "confirmed" => new("Bevestigd door de inzender", "Confirmed by the author"),
        "edited" => new("Aangepast", "Changed"),
        "withdrawn" => new("Ingetrokken", "Withdrawn"),
        "screened" => new("Gecontroleerd", "Checked"),
        "approved" => new("Goedgekeurd", "Approved"),
        "lifted" => new("Blokkade opgeheven door de schoolleiding", "Block lifted by management"),
        "rejected" => new("Afgewezen", "Rejected"),
        "returned" => new("Teruggestuurd naar de inzender", "Sent back to the author"),
        "escalated" => new("Doorgezet naar de schoolleiding", "Passed on to management"),
        "retried" => new("Opnieuw geprobeerd", "Tried again"),
        "attempting" => new("Plaatsen begonnen", "Placing begun"),
        "published" => new("Geplaatst op een kanaal", "Placed on a channel"),
        "refused" => new("Door een kanaal geweigerd", "Refused by a channel"),
        "unknown" => new("Uitkomst op een kanaal onbekend", "Outcome on a channel unknown"),
        "limited" => new("Kanaal vraagt te wachten", "Channel asks to wait"),
        "found" => new("Op het kanaal gevonden", "Found on the channel"),
        "absent" => new("Staat niet op het kanaal", "Not on the channel"),
        "held" => new("Tegengehouden vlak voor het plaatsen", "Held back just before placing"),
        "blocked" => new("Geblokkeerd vlak voor het plaatsen", "Blocked just before placing"),
        "stuck" => new("Vastgelopen", "Stuck"),
        "consent-held" => new("Tegengehouden: er is iets veranderd aan een toestemming", "Held back: a consent has changed"),
        "consent-blocked" => new("Geblokkeerd: er is iets veranderd aan een toestemming", "Blocked: a consent has changed"),
        "asked" => new("Kanaal gevraagd", "Channel asked"),
        var other => new(other, other),
    };

    public static Words Outcome(Review.DecisionOutcome outcome) => outcome switch
    {
        Review.DecisionOutcome.Approved => new("Goedgekeurd", "Approved"),
        Review.DecisionOutcome.Rejected => new("Afgewezen", "Rejected"),
        Review.DecisionOutcome.Returned => new("Teruggestuurd", "Sent back"),
        _ => new("Doorgezet naar de schoolleiding", "Passed on to management"),
    };

    public static Words Rights(RightsBasis rights) => rights switch
    {
        RightsBasis.OwnWork => new("Zelf gemaakt (school)", "Our own work"),
        RightsBasis.Licence => new("Licentie gekocht of gekregen", "Licensed"),
        RightsBasis.WrittenPermission => new("Schriftelijke toestemming van de maker", "The maker's written permission"),
        RightsBasis.FreeWithSource => new("Rechtenvrij, met bronvermelding", "Free to use, source named"),
        _ => new("Weet ik niet", "I do not know"),
    };
}
