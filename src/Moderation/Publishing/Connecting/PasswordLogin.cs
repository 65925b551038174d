using Moderation.Publishing.Tokens;

namespace Moderation.Publishing.Connecting;

/// <summary>A channel that is connected with a name and a password of its own: an application password, a mailbox.</summary>
/// <param name="Channel">Code of the channel.</param>
/// <param name="Hint">What to fill in, and where to get it.</param>
/// <param name="VerifyAsync">Tries it on the channel; null when the channel says no.</param>
public sealed record PasswordLogin(
    string Channel, Words Hint, Func<string, string, CancellationToken, Task<ChannelToken?>> VerifyAsync);
