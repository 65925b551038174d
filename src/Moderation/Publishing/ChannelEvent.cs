namespace Moderation.Publishing;

/// <summary>Something a person did to a channel, for the record.</summary>
/// <param name="Actor">User id.</param>
/// <param name="Action"><c>connected</c>, <c>disconnected</c>, <c>switched-off</c>, <c>switched-on</c>.</param>
public sealed record ChannelEvent(string Actor, string Action);
