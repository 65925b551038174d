namespace Moderation.Protocol.Names;

/// <summary>Where the characters of a token come from; decides how much a capital means.</summary>
internal enum Zone : byte
{
    Prose,

    /// <summary>A file name, without its extension.</summary>
    File,

    /// <summary>One part of a link's path.</summary>
    Link,
}
