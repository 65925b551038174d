using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using Moderation.Publishing.Tokens;

namespace Moderation.Mail;

/// <summary>Sends notices over the school's own mail server (apis.md §10A.1).</summary>
public sealed class Mailer(IOptions<MailSettings> settings, ISecretStore secrets)
{
    public const string PasswordSecret = "mail-password";

    /// <exception cref="InvalidOperationException">No mail server is set.</exception>
    /// <exception cref="MailKit.ProtocolException">The server broke the conversation off.</exception>
    public async Task SendAsync(MailDraft draft, CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(settings.Value.From!)); // a connection was made, so mail is set
        message.To.Add(MailboxAddress.Parse(draft.To));
        message.Subject = draft.Subject;
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart("plain") { Text = draft.Text };
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    /// <summary>A connection that is signed in; the caller disposes it.</summary>
    public async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var mail = settings.Value;
        if (!mail.IsSet)
            throw new InvalidOperationException("No mail server is set: give Mail:Host and Mail:From.");
        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(mail.Host!, mail.Port, mail.Security, cancellationToken); // set
            if (!string.IsNullOrEmpty(mail.User))
                await client.AuthenticateAsync(mail.User, await secrets.ReadAsync(PasswordSecret, cancellationToken) ?? "", cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
