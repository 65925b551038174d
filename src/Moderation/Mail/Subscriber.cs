namespace Moderation.Mail;

/// <summary>Somebody who gets a list's mail.</summary>
/// <param name="Key">Hash of list and address: names the subscriber in ledgers and links without naming the person.</param>
public sealed record Subscriber(string Key, string Email, string? Name);
