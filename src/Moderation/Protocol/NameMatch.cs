using Moderation.Consent;

namespace Moderation.Protocol;

/// <summary>Somebody's name found in one field of a draft (<c>domain.md</c> §4).</summary>
/// <param name="Field">Field as in <see cref="Finding.Field"/>.</param>
/// <param name="Start">First UTF-16 code unit in the original text.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
/// <param name="Person">The candidate on the roll; null for somebody the school does not know. Namesakes give one match each (I15).</param>
/// <param name="Score">0–100, <c>domain.md</c> §4.3: 80 and up strong, 50–79 middle, 20–49 weak.</param>
/// <param name="Evidence">The kind of evidence in a few Dutch words, without the name itself.</param>
public sealed record NameMatch(string Field, int Start, int End, PersonId? Person, int Score, string Evidence)
{
    public bool Strong => Score >= 80;

    public bool Middle => Score is >= 50 and < 80;
}
