using System.Security.Cryptography;
using System.Text;

namespace Moderation.Consent.Import;

/// <summary>Who answered, out of the column that says so. A name in that column is not stored: only a fingerprint that is the same next time.</summary>
internal readonly record struct Giver(PersonId Id, ConsentCapacity Capacity)
{
    public static Giver Of(PersonId pupil, string? cell)
    {
        var word = string.Concat((cell ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        if (word is "zelf" or "self" or "leerling" or "leerlingzelf" or "pupil")
            return new(pupil, ConsentCapacity.Self);
        var role = GiverRole.Find(word.Length == 0 ? "ouder" : word);
        var code = role?.Code ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pupil}/{cell!.Trim().ToLowerInvariant()}")).AsSpan(0, 6)); // not null: no word is the role "ouder"
        return new(GiverRole.IdFor(pupil, code), role?.Capacity ?? ConsentCapacity.Parent);
    }
}
