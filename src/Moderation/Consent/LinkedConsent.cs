using Moderation.Protocol;

namespace Moderation.Consent;

/// <summary>People the author lists outside a file: named (R13, R29), quoted (R44), or with their work (R11, R24).</summary>
internal static class LinkedConsent
{
    public static IEnumerable<Finding> Check(ConsentFacts facts, IReadOnlyList<NameMatch> names)
    {
        foreach (var linked in facts.Content.People.Distinct())
        {
            if (facts.Register.Find(linked.Person) is not { } person)
            {
                yield return ConsentFacts.Unknown("people");
                continue;
            }

            // A name that was found in a text is reported there, where the author can take it away.
            if (linked.Kind == MediaKind.Name && names.Any(n => n.Person == linked.Person && n.Score >= NameConsent.Ignored))
                continue;

            var (rule, refused) = linked.Kind switch
            {
                // Nobody can see from a list in what sentence a contact is named: a person looks.
                MediaKind.Name => (NameConsent.RuleFor(person), person is { FunctionalContact: true, Protected: false } ? FindingAction.Hold : FindingAction.Block),
                MediaKind.Quote => ("R44", FindingAction.Block),
                _ => (PictureConsent.RuleFor(person), FindingAction.Block),
            };
            foreach (var finding in facts.Findings(rule, "people", person, linked.Kind, refused))
                yield return finding;
        }
    }
}
