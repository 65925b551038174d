namespace Moderation.Protocol.Names;

/// <summary>An account name, mail address or host name that is read as a whole.</summary>
internal readonly record struct Account(int Start, int End, AccountKind Kind);
