namespace Moderation.Consent.Import;

/// <summary>A name out of one or more columns, taken apart.</summary>
internal sealed record ImportedName(string CallName, string? Infix, string Surname)
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "de", "der", "den", "het", "'t", "’t", "t", "ten", "ter", "te", "van't", "v.d.", "v.d", "vd", "v.", "op", "aan", "in", "onder", "over", "uit", "voor", "bij",
        "el", "al", "ben", "bin", "da", "das", "do", "dos", "du", "la", "le", "les", "von", "zu", "zur", "af", "di", "del", "della", "d'", "d’",
    };

    public static ImportedName? From(string? callName, string? infix, string? surname)
    {
        if (string.IsNullOrWhiteSpace(callName) || string.IsNullOrWhiteSpace(surname))
            return null;
        if (!string.IsNullOrWhiteSpace(infix))
            return new(callName.Trim(), infix.Trim(), surname.Trim());
        // "Linden, van der" and "van der Linden" in the column for the surname alone.
        var comma = surname.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && Split(surname[(comma + 1)..]) is { Length: > 0 } behind && behind.All(Particles.Contains))
            return new(callName.Trim(), string.Join(' ', behind), surname[..comma].Trim());
        var words = Split(surname);
        var first = LeadingParticles(words);
        return first > 0 && first < words.Length
            ? new(callName.Trim(), string.Join(' ', words[..first]).ToLowerInvariant(), string.Join(' ', words[first..]))
            : new(callName.Trim(), null, surname.Trim());
    }

    /// <summary><c>Linden, Sterre van der</c>, <c>van der Linden, Sterre</c> or <c>Sterre van der Linden</c>.</summary>
    public static ImportedName? FromFull(string? full, string? infix = null)
    {
        if (string.IsNullOrWhiteSpace(full))
            return null;
        var comma = full.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            var words = Split(full);
            return words.Length < 2 ? null : From(words[0], infix, string.Join(' ', words[1..]));
        }

        var given = Split(full[(comma + 1)..]);
        if (given.Length == 0)
            return null;
        // The first word is the call name, whatever it looks like: "Ben" is a name and a particle.
        string[] calls = [given[0], .. given.Skip(1).TakeWhile(w => !Particles.Contains(w))];
        return calls.Length == given.Length
            ? From(string.Join(' ', given), infix, full[..comma])
            : From(string.Join(' ', calls), infix ?? string.Join(' ', given[calls.Length..]), full[..comma]);
    }

    private static int LeadingParticles(string[] words)
    {
        var count = 0;
        while (count < words.Length && Particles.Contains(words[count]))
            count++;
        return count;
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
