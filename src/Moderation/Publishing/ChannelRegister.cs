namespace Moderation.Publishing;

/// <summary>The channels this school has registered (R01). An unknown code is never published to.</summary>
public sealed class ChannelRegister(IEnumerable<Channel> channels)
{
    private readonly Dictionary<string, Channel> byCode = channels.ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>The school's channels (protocol §1 al.1 and al.2, with Instagram added), in the order pages show them.</summary>
    public static ChannelRegister School { get; } = new(
    [
        new() { Code = "website", Name = "Website", Type = ChannelType.Website, ConsentPurpose = "website", Formal = true, ArchivePublic = true },
        new() { Code = "nieuwsbrief", Name = "Nieuwsbrief", Type = ChannelType.Newsletter, ConsentPurpose = "nieuwsbrief", Formal = true, Irrevocable = true },
        new() { Code = "email", Name = "E-mail", Type = ChannelType.Mail, ConsentPurpose = "nieuwsbrief", Formal = true, Irrevocable = true },
        new() { Code = "facebook", Name = "Facebook", Type = ChannelType.Social, ConsentPurpose = "sociale_media", Comments = true },
        new() { Code = "instagram", Name = "Instagram", Type = ChannelType.Social, ConsentPurpose = "sociale_media", Comments = true },
        new() { Code = "x", Name = "X", Type = ChannelType.Social, ConsentPurpose = "sociale_media", Comments = true },
        new() { Code = "linkedin", Name = "LinkedIn", Type = ChannelType.Social, ConsentPurpose = "sociale_media", Comments = true },
        new() { Code = "youtube", Name = "YouTube", Type = ChannelType.Social, ConsentPurpose = "sociale_media", Comments = true },
        new() { Code = "snapchat", Name = "Snapchat", Type = ChannelType.Social, ConsentPurpose = "sociale_media" },
    ]);

    public IReadOnlyCollection<Channel> All => byCode.Values;

    public Channel? Find(string code) => byCode.GetValueOrDefault(code);
}
