namespace Moderation.LocalHost.Storage;

/// <summary>The local host cannot start, and one sentence says why and what to do.</summary>
public sealed class LocalException(string message, Exception? inner = null) : Exception(message, inner);
