using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Review;
using Moderation.Screening;

namespace Moderation.Backup;

/// <summary>
/// Pure: what becomes of a draft that is put back. Since the backup it may have gone out, have been changed or forbidden; the
/// tables do not know. So whatever was not finished is held, and for each channel a person says whether the post is there.
/// </summary>
public static class RestoreRules
{
    private const string Actor = "system:restore";

    /// <summary>The change that holds a draft; null for one that is finished and stays as it was.</summary>
    /// <param name="screening">What the checks had found; a draft that was never checked stays so, and cannot be approved before it is.</param>
    public static DraftChange? Hold(DraftHead head, ScreeningRecord? screening, BackupName backup, DateTimeOffset now, ReviewSettings settings)
    {
        if (head.State.IsFinal())
            return null;
        var next = head with
        {
            State = DraftState.Held,
            Hold = new Hold(
                [.. (head.Hold?.Rules ?? []).Append(PutBack.Rule).Distinct(StringComparer.Ordinal)],
                ForManagement: head.Hold?.ForManagement == true || head.State == DraftState.Escalated,
                now,
                now + settings.HoldLasts),
            Approval = null,
            Stuck = null,
            Channels = [.. head.Channels.Select(AskPerson)],
        };
        return new DraftChange(next, Actor, "restored", new { backup = backup.ToString(), was = head.State })
        {
            Screening = screening is null ? null : screening with { Findings = [.. screening.Findings, PutBack] },
        };
    }

    /// <summary>Why everything stands still after a restore, for whoever is about to lift the stop.</summary>
    public static string StopReason(BackupName backup, DateTimeOffset since) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"Teruggezet uit de back-up {backup}. Lees eerst de toestemmingen opnieuw in en leg vast wat sinds {since:yyyy-MM-dd HH:mm} UTC is ingetrokken. "
        + $"(Restored from backup {backup}: first import the consents again and record what was withdrawn since.)");

    /// <summary>Whatever the tables say of a channel that had not published, it may have since.</summary>
    private static ChannelProgress AskPerson(ChannelProgress channel) => channel.State is ChannelState.Published or ChannelState.Skipped
        ? channel
        : channel with { State = ChannelState.Unknown, AskPerson = true, Deadline = null, NotBefore = null, Reason = "restored" };

    private static readonly Finding PutBack = new()
    {
        Rule = "P01",
        Action = FindingAction.Hold,
        Ground = FindingGround.Process,
        Field = "channels",
        What = new("Dit bericht is teruggezet uit een back-up; het kan intussen zijn geplaatst of gewijzigd.", "This post was restored from a backup; it may have gone out or changed since."),
        Fix = new("Kijk op elk kanaal of het er staat en leg dat vast. Keur het daarna opnieuw goed als het nog uit moet.", "Look on each channel whether it is there and record that. Then approve it again if it is still to go out."),
    };
}
