namespace Moderation.Mail;

/// <summary>A plain notice to one person of the school.</summary>
public sealed record MailDraft(string To, string Subject, string Text);
