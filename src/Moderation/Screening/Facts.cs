using Moderation.Consent;
using Moderation.Protocol;
using Moderation.Protocol.Names;
using Moderation.Publishing;
using Moderation.Safety;

namespace Moderation.Screening;

/// <summary>What the school knows, as the checks need it: one register with the name index made from it, the channels and the rulebook.</summary>
public sealed class Facts
{
    public Facts(ConsentRegister register, ChannelRegister channels, Rulebook rulebook)
    {
        Register = register;
        Channels = channels;
        Rulebook = rulebook;
        Roll = Roll.Build(register.People);
        BlockedTerms = new BlockedTerms(rulebook.BlockedTerms);
    }

    public ConsentRegister Register { get; }

    /// <summary>Index over the names of <see cref="Register"/>; made once, used for every post.</summary>
    public Roll Roll { get; }

    public ChannelRegister Channels { get; }

    public Rulebook Rulebook { get; }

    /// <summary>The school's own blocked terms, of <see cref="Rulebook"/>.</summary>
    public BlockedTerms BlockedTerms { get; }
}
