using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Moderation.Backup;

/// <summary>Name of one backup, and of its folder: the day it was made (<c>2026-11-25</c>), with the time (<c>2026-11-25T143000</c>) when somebody asked for it.</summary>
public readonly record struct BackupName
{
    private const string Day = "yyyy-MM-dd";
    private const string Second = "yyyy-MM-ddTHHmmss";

    private readonly string? text;

    private BackupName(string text) => this.text = text;

    /// <summary>The backup of that night.</summary>
    public static BackupName OfNight(DateTimeOffset at) => new(at.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture));

    /// <summary>A backup somebody asks for at that moment.</summary>
    public static BackupName OfMoment(DateTimeOffset at) => new(at.UtcDateTime.ToString(Second, CultureInfo.InvariantCulture));

    public static bool TryParse([NotNullWhen(true)] string? text, out BackupName name)
    {
        var valid = DateTime.TryParseExact(text, [Day, Second], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        name = valid ? new BackupName(text!) : default; // parsed, so not null
        return valid;
    }

    public override string ToString() => text ?? throw new InvalidOperationException("A backup without a name.");
}
