using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Somebody is named whom the school does not know (R13): never a block, always a question. People on the roll are the consent check's.</summary>
internal static class ThirdParties
{
    private static readonly Notice Unknown = new("R13", FindingAction.Hold,
        new("Hier lijkt iemand genoemd te worden die de school niet kent; heeft die persoon toestemming gegeven?", "Somebody the school does not know seems to be named here; did that person consent?"),
        new("Laat de naam weg of vraag toestemming en meld dat bij het bericht.", "Leave out the name, or ask for consent and say so with the post."));

    private static readonly Notice NamedThoughHidden = new("A11", FindingAction.Hold,
        new("Bij dit bestand is niemand herkenbaar opgegeven, maar in de tekst erbij staat wel een naam.", "Nobody was declared recognisable in this file, yet the text beside it holds a name."),
        new("Haal de naam weg of geef de persoon bij het bestand op: een balkje of waas maakt iemand niet onherkenbaar.", "Remove the name or list the person with the file: a bar or blur does not make somebody unrecognisable."));

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        foreach (var passage in draft.All)
            foreach (var name in passage.Names)
            {
                if (name.Person is not null || name.Score < 50)
                    continue;
                var where = new Span(passage.Text.FromOriginal(name.Start), passage.Text.FromOriginal(name.End));
                if (MentionFinder.IsPublicFigure(passage, where, draft.Facts))
                    continue;
                yield return Unknown.Finding(name.Field) with { Start = name.Start, End = name.End, Score = name.Score, Evidence = name.Evidence };
            }

        for (var i = 0; i < draft.Content.Media.Count; i++)
        {
            if (draft.Content.Media[i].Recognisable is not 0)
                continue;
            foreach (var passage in draft.All.Where(p => p.Field.StartsWith($"media[{i}].", StringComparison.Ordinal)))
                foreach (var name in passage.Names.Where(static n => n.Score >= 50))
                    if (!MentionFinder.IsPublicFigure(passage, new Span(passage.Text.FromOriginal(name.Start), passage.Text.FromOriginal(name.End)), draft.Facts))
                        yield return NamedThoughHidden.Finding(name.Field) with { Start = name.Start, End = name.End, Score = name.Score };
        }
    }
}
