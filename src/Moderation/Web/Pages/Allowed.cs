using Moderation.Consent;
using Moderation.Publishing;

namespace Moderation.Web.Pages;

/// <summary>What may be shown of one person where, grouped so that it reads as sentences: channels with the same purposes together, kinds with the same answer together.</summary>
/// <param name="Title">The purpose, or purposes, that it takes.</param>
/// <param name="Channels">Channel names; empty for a purpose that no channel serves.</param>
public sealed record Allowed(Words Title, IReadOnlyList<string> Channels, IReadOnlyList<Allowed.Line> Lines)
{
    /// <summary>The answer for some kinds.</summary>
    /// <param name="Yes">True yes, false no, null a person must look.</param>
    /// <param name="Why">In one sentence.</param>
    public sealed record Line(bool? Yes, IReadOnlyList<MediaKind> Kinds, Words Why);

    /// <summary>First what the school's channels need, in their order; then the purposes without a channel.</summary>
    public static IReadOnlyList<Allowed> Of(Person person, ConsentRegister register, ChannelRegister channels, DateTimeOffset at)
    {
        var groups = channels.All.Where(c => c.Active)
            .GroupBy(c => string.Join(' ', c.ConsentPurposes))
            .Select(g => new Allowed(
                TitleOf(g.First().ConsentPurposes, register.Policy),
                [.. g.Select(c => c.Name)],
                LinesOf(person, register, kind => register.Decide(person.Id, g.First(), kind, at))))
            .ToList();
        var served = channels.All.Where(c => c.Active).SelectMany(c => c.ConsentPurposes).ToHashSet(StringComparer.Ordinal);
        groups.AddRange(register.Policy.Purposes.Where(p => !served.Contains(p.Code)).Select(p => new Allowed(
            p.Name, [], LinesOf(person, register, kind => register.Decide(person.Id, p.Code, kind, at)))));
        return groups;
    }

    private static Words TitleOf(IEnumerable<string> purposes, ConsentPolicy policy) =>
        ConsentTerms.Join(purposes.Select(p => policy.Find(p)?.Name ?? new Words(p, p)));

    private static IReadOnlyList<Line> LinesOf(Person person, ConsentRegister register, Func<MediaKind, ConsentDecision> decide) =>
    [
        .. Enum.GetValues<MediaKind>().Select(kind => (Kind: kind, Answer: AnswerOf(person, register, decide(kind))))
            .GroupBy(a => a.Answer)
            .Select(g => new Line(g.Key.Yes, [.. g.Select(a => a.Kind)], g.Key.Why))
            .OrderByDescending(l => l.Yes == true).ThenByDescending(l => l.Yes is null),
    ];

    private static (bool? Yes, Words Why) AnswerOf(Person person, ConsentRegister register, ConsentDecision decision) => decision switch
    {
        ConsentDecision.Granted granted => (true, WhyYes(person, register, granted.Record)),
        ConsentDecision.Doubtful doubtful => (null, doubtful.Why),
        ConsentDecision.Refused refused => (false, refused.Why),
        _ => (false, new ConsentDecision.Refused(ConsentReason.NoConsent).Why),
    };

    private static Words WhyYes(Person person, ConsentRegister register, ConsentRecord record)
    {
        var giver = ConsentTerms.Giver(register, person, record.GivenBy);
        var proof = record.Evidence is { } evidence ? ConsentTerms.Of(evidence.Source) : default;
        return new(
            $"{(record.GivenBy == person.Id ? "Zelf" : Capital(giver.Nl) + " heeft")} ja gezegd op {Wording.Day(record.GivenOn)} ({proof.Nl}).",
            $"Yes by {(record.GivenBy == person.Id ? "the person" : giver.En)} on {record.GivenOn:yyyy-MM-dd} ({proof.En}).");
    }

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
