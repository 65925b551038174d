using System.ComponentModel.DataAnnotations;

namespace Moderation.Mail;

/// <summary>Section <c>Mail</c>: the school's mail server, for notices and for the e-mail and newsletter channels. The password stands in the vault as <c>mail-password</c>.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>Name of the SMTP server; empty sends no mail.</summary>
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c> (587), <c>SslOnConnect</c> (465), or <c>None</c> for a server on this machine.</summary>
    public MailKit.Security.SecureSocketOptions Security { get; set; } = MailKit.Security.SecureSocketOptions.StartTls;

    /// <summary>Account to sign in with; empty when the server asks for none.</summary>
    public string? User { get; set; }

    /// <summary>Sender, e.g. <c>Carolus Clusius College &lt;nieuws@school.example&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>Who is told about channels that need attention.</summary>
    public string? Administrator { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);
}
