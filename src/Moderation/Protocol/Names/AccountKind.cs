namespace Moderation.Protocol.Names;

/// <summary>What kind of account or address part it is.</summary>
internal enum AccountKind : byte
{
    Handle,
    Mail,
    Host,
    LinkPart,
}
