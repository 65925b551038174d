using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol.Names;

namespace Moderation.Screening;

/// <summary>Where one person appears: linked by an author, or named in a text (request for access, AVG art. 15).</summary>
public sealed class Appearances(DraftStore drafts, Checks checks)
{
    /// <summary>Looks through every stored version of every draft. Newest first.</summary>
    public async Task<IReadOnlyList<Appearance>> OfAsync(PersonId person, CancellationToken cancellationToken)
    {
        var roll = (await checks.FactsAsync(cancellationToken)).Roll;
        var found = new List<Appearance>();
        await foreach (var version in drafts.AllVersionsAsync(cancellationToken))
        {
            if (HowOf(version.Content, person, roll) is { Count: > 0 } how)
                found.Add(new Appearance(version, how));
        }

        return [.. found.OrderByDescending(a => a.In.Head.SubmittedAt).ThenByDescending(a => a.In.Version)];
    }

    /// <summary>Pure: in what ways one post shows or names a person. A name that more people bear counts for each of them (I15).</summary>
    internal static IReadOnlyList<AppearanceHow> HowOf(DraftContent content, PersonId person, Roll roll)
    {
        var how = new List<AppearanceHow>();
        how.AddRange(content.Media.Where(m => m.People.Contains(person)).Select(m => new AppearanceHow(m.Kind, Listed: true)));
        how.AddRange(content.People.Where(p => p.Person == person).Select(p => new AppearanceHow(p.Kind, Listed: true)));
        if (NameMatcher.FindAll(roll, content).Any(n => n.Person == person && (n.Strong || n.Middle)))
            how.Add(new AppearanceHow(MediaKind.Name, Listed: false));
        return [.. how.Distinct()];
    }
}

/// <param name="In">The version somebody appears in.</param>
public sealed record Appearance(StoredVersion In, IReadOnlyList<AppearanceHow> How);

/// <param name="Listed">The author listed the person; otherwise a name in a text may be this person's.</param>
public sealed record AppearanceHow(MediaKind Kind, bool Listed);
