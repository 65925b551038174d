using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Only known channels (R01), no private accounts (R28), a person for what cannot be recalled (P03).</summary>
internal static class ChannelRules
{
    private static readonly Notice Unknown = new("R01", FindingAction.Block,
        new("Dit kanaal staat niet in het register van de school.", "This channel is not in the school's register."),
        new("Kies een kanaal uit de lijst of vraag de beheerder het kanaal toe te voegen.", "Choose a channel from the list or ask the administrator to add it."), FindingGround.Process);

    private static readonly Notice Inactive = Unknown with
    {
        What = new("Dit kanaal is niet in gebruik.", "This channel is not in use."),
        Fix = new("Kies een kanaal dat in gebruik is.", "Choose a channel that is in use."),
    };

    private static readonly Notice Private = new("R28", FindingAction.Block,
        new("Dit lijkt een privéaccount; de school plaatst alleen op haar eigen kanalen.", "This looks like a private account; the school posts on its own channels only."),
        new("Kies een kanaal van de school.", "Choose a channel of the school."), FindingGround.Process);

    private static readonly Notice None = new("R01", FindingAction.Block,
        new("Er is geen kanaal gekozen.", "No channel was chosen."),
        new("Kies minstens één kanaal.", "Choose at least one channel."), FindingGround.Process);

    private static readonly Notice CannotRecall = new("P03", FindingAction.Hold,
        new("Wat per e-mail of nieuwsbrief is verstuurd, kan niet terug; daarom kijkt altijd iemand mee.", "What went out by mail or newsletter cannot be recalled, so a person always looks first."),
        new("Je hoeft niets te doen: een beoordelaar keurt het bericht goed.", "Nothing to do: an approver clears the post."), FindingGround.Process);

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var code in draft.Content.Channels)
        {
            var channel = draft.Facts.Channels.Find(code);
            if (channel is null)
            {
                yield return Found.About("channels", Unknown) with { Channels = [code] };
                if (code.StartsWith('@') || code.Contains("prive", StringComparison.OrdinalIgnoreCase) || code.Contains("privé", StringComparison.OrdinalIgnoreCase))
                    yield return Found.About("channels", Private) with { Channels = [code] };
            }
            else if (!channel.Active)
                yield return Found.About("channels", Inactive) with { Channels = [code] };
        }
        if (!draft.Facts.ProcessRules)
            yield break;
        if (draft.Content.Channels.Count == 0)
            yield return Found.About("channels", None);
        string[] irrevocable = [.. draft.Channels.Where(static c => c.Irrevocable).Select(static c => c.Code)];
        if (irrevocable.Length > 0)
            yield return Found.About("channels", CannotRecall) with { Channels = irrevocable };
    }
}
