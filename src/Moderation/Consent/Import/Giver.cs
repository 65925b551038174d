using System.Security.Cryptography;
using System.Text;

namespace Moderation.Consent.Import;

/// <summary>Who answered, out of the column that says so. A name in that column is not stored: only a fingerprint that is the same next time.</summary>
internal readonly record struct Giver(PersonId Id, ConsentCapacity Capacity)
{
    public static Giver Of(PersonId pupil, string? cell)
    {
        var word = string.Concat((cell ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return word switch
        {
            "zelf" or "self" or "leerling" or "leerlingzelf" or "pupil" => new(pupil, ConsentCapacity.Self),
            "" => new(Derived(pupil, "ouder"), ConsentCapacity.Parent),
            "moeder" or "vader" or "ouder" or "ouder1" or "ouder2" or "verzorger" or "verzorger1" or "verzorger2" => new(Derived(pupil, word), ConsentCapacity.Parent),
            "voogd" or "voogd1" or "voogd2" => new(Derived(pupil, word), ConsentCapacity.Guardian),
            _ => new(Derived(pupil, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pupil}/{cell!.Trim().ToLowerInvariant()}")).AsSpan(0, 6))), ConsentCapacity.Parent), // not null: an empty word was caught above
        };
    }

    private static PersonId Derived(PersonId pupil, string role)
    {
        var text = $"{pupil}.{role}";
        // An id that is already as long as ids may be keeps its end: that is where ids differ.
        return PersonId.Parse(text.Length <= 64 ? text : text[^64..]);
    }
}
