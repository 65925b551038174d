using System.Globalization;
using Moderation.Publishing;

namespace Moderation.Consent;

/// <summary>
/// What an author reads when consent is missing. The same sentence for every reason, so that it says nothing about a family
/// or about protection (I8), and never a name.
/// </summary>
internal static class ConsentWords
{
    public static Words Missing(MediaKind kind, IReadOnlyList<string> channels, ChannelRegister register)
    {
        var (nl, en) = Names(channels, register);
        return kind switch
        {
            MediaKind.Photo => new($"Voor iemand op deze foto is geen geldige toestemming vastgelegd voor {nl}.", $"There is no valid consent on record for somebody in this photo on {en}."),
            MediaKind.Film => new($"Voor iemand in deze film is geen geldige toestemming vastgelegd voor {nl}.", $"There is no valid consent on record for somebody in this film on {en}."),
            MediaKind.Sound => new($"Voor iemand die je in deze opname hoort, is geen geldige toestemming vastgelegd voor {nl}.", $"There is no valid consent on record for somebody heard in this recording on {en}."),
            MediaKind.Work => new($"Voor het werk van iemand in dit bericht is geen geldige toestemming vastgelegd voor {nl}.", $"There is no valid consent on record for somebody's work in this post on {en}."),
            MediaKind.Quote => new($"Voor een citaat in dit bericht is geen geldige toestemming vastgelegd voor {nl}.", $"There is no valid consent on record for a quotation in this post on {en}."),
            _ => new($"Voor deze naam is geen geldige toestemming vastgelegd voor {nl}.", $"There is no valid consent on record for this name on {en}."),
        };
    }

    public static Words Mend(MediaKind kind) => kind switch
    {
        MediaKind.Photo or MediaKind.Film => new(
            "Kies ander beeld, maak de persoon onherkenbaar of haal deze kanalen weg; vraag anders de administratie of toestemming mogelijk is.",
            "Choose another picture, make the person unrecognisable or leave out these channels; or ask the administration whether consent is possible."),
        MediaKind.Sound => new(
            "Knip de stem eruit of haal deze kanalen weg; vraag anders de administratie of toestemming mogelijk is.",
            "Cut out the voice or leave out these channels; or ask the administration whether consent is possible."),
        MediaKind.Work => new(
            "Laat het werk weg of haal deze kanalen weg; vraag anders de administratie of toestemming mogelijk is.",
            "Leave out the work or these channels; or ask the administration whether consent is possible."),
        MediaKind.Quote => new(
            "Haal het citaat weg of haal deze kanalen weg; vraag anders de administratie of toestemming mogelijk is.",
            "Leave out the quotation or these channels; or ask the administration whether consent is possible."),
        _ => new(
            "Haal de naam weg of haal deze kanalen weg; vraag anders de administratie of toestemming mogelijk is.",
            "Leave out the name or these channels; or ask the administration whether consent is possible."),
    };

    public static Words PerhapsMissing(IReadOnlyList<string> channels, ChannelRegister register)
    {
        var (nl, en) = Names(channels, register);
        return new(
            $"Dit kan de naam zijn van iemand voor wie geen geldige toestemming is vastgelegd voor {nl}.",
            $"This may be the name of somebody for whom there is no valid consent on record on {en}.");
    }

    public static Words MendPerhaps { get; } = new(
        "Haal de naam weg, of geef aan wie je bedoelt; een beoordelaar kijkt mee.",
        "Leave out the name, or say whom you mean; an approver looks too.");

    public static Words Weak { get; } = new(
        "Dit woord is ook de naam van iemand op school.",
        "This word is also the name of somebody at school.");

    public static Words MendWeak { get; } = new(
        "Bedoel je hier geen persoon, dan hoef je niets te doen; haal anders de naam weg.",
        "If you mean no person here, there is nothing to do; otherwise leave out the name.");

    public static Words Doubtful(IReadOnlyList<string> channels, ChannelRegister register)
    {
        var (nl, en) = Names(channels, register);
        return new(
            $"Over de toestemming van iemand in dit bericht bestaat een vraag voor {nl}.",
            $"There is a question about the consent of somebody in this post on {en}.");
    }

    public static Words MendDoubtful { get; } = new(
        "Wacht op een beoordelaar, of laat deze persoon weg.",
        "Wait for an approver, or leave this person out.");

    /// <summary>Channel names as one writes them in a sentence; what is not registered has no name.</summary>
    private static (string Nl, string En) Names(IReadOnlyList<string> channels, ChannelRegister register)
    {
        if (channels.Count == 0)
            return ("alle kanalen", "all channels");
        var known = channels.Select(register.Find).OfType<Channel>().Select(c => c.Name).ToList();
        var unknown = known.Count < channels.Count;
        return (Join(unknown ? [.. known, "een onbekend kanaal"] : known, "en"), Join(unknown ? [.. known, "an unknown channel"] : known, "and"));
    }

    private static string Join(List<string> names, string and) => names.Count == 1 ? names[0] :
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.SkipLast(1))} {and} {names[^1]}");
}
