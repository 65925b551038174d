using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Wordings;

/// <summary>
/// Finds the wordings in a text, sentence by sentence. How often one concept is looked at in one sentence is bounded,
/// so the work stays linear in the text whatever it repeats.
/// </summary>
internal sealed class WordingFinder
{
    private const int MostOfOneConcept = 12;

    private readonly ConceptBook book;
    private readonly DraftReading draft;
    private readonly Passage passage;
    private readonly ConceptReading reading;
    private readonly List<ConceptHit>?[] here;
    private readonly List<int> present = [];
    private readonly bool[] before;

    private WordingFinder(ConceptBook book, DraftReading draft, Passage passage)
    {
        (this.book, this.draft, this.passage) = (book, draft, passage);
        reading = ConceptReading.Of(passage.Folded, book);
        here = new List<ConceptHit>?[book.Count];
        before = new bool[book.Count];
    }

    public static IEnumerable<(Wording Wording, Span Where, Span Sentence, ConceptHit Evidence)> Find(ConceptBook book, DraftReading draft, Passage passage) =>
        new WordingFinder(book, draft, passage).Find();

    private IEnumerable<(Wording Wording, Span Where, Span Sentence, ConceptHit Evidence)> Find()
    {
        var at = 0;
        var hits = reading.Hits;
        foreach (var sentence in passage.Text.Sentences)
        {
            foreach (var concept in present)
            {
                here[concept]!.Clear(); // not null: listed as present
                before[concept] = true;
            }
            var earlier = present.ToArray();
            present.Clear();
            for (; at < hits.Count && hits[at].Start < sentence.End; at++)
                Note(hits[at]);
            for (var p = 0; p < present.Count; p++)
                for (var t = 0; t < book.Triggered(present[p]).Length; t++)
                {
                    var wording = book.Wordings[book.Triggered(present[p])[t]];
                    if (Match(wording, sentence) is { } found)
                        yield return (wording, found.Where, sentence, found.Evidence);
                }
            foreach (var concept in earlier)
                before[concept] = false;
        }
    }

    private void Note(ConceptHit hit)
    {
        var list = here[hit.Concept] ??= [];
        if (list.Count == 0)
            present.Add(hit.Concept);
        if (list.Count < MostOfOneConcept)
            list.Add(hit);
    }

    private (Span Where, ConceptHit Evidence)? Match(Wording wording, Span sentence)
    {
        foreach (var part in wording.Parts)
            if (part.Who is null && !HasAny(part.Concepts))
                return null;
        if (HasAny(wording.Without) || HasAny(wording.NotNear) || HadAny(wording.NotNear))
            return null;
        var chosen = new ConceptHit?[wording.Parts.Count];
        if (!Fit(wording, 0, chosen))
            return null;
        foreach (var part in wording.Parts)
            if (part.Who is { } who && !Singled(who, sentence, chosen))
                return null;
        int start = int.MaxValue, end = 0;
        foreach (var hit in chosen)
            if (hit is { } h)
                (start, end) = (Math.Min(start, h.Start), Math.Max(end, h.End));
        return (new Span(start, end), chosen[wording.Evidence]!.Value); // not null: a part of words is always chosen
    }

    private bool HasAny(int[] concepts)
    {
        foreach (var concept in concepts)
            if (here[concept] is { Count: > 0 })
                return true;
        return false;
    }

    private bool HadAny(int[] concepts)
    {
        foreach (var concept in concepts)
            if (before[concept])
                return true;
        return false;
    }

    private bool Fit(Wording wording, int at, ConceptHit?[] chosen)
    {
        if (at == wording.Parts.Count)
            return true;
        var part = wording.Parts[at];
        if (part.Who is not null)
            return Fit(wording, at + 1, chosen);
        ConceptHit? previous = null;
        for (var i = at - 1; i >= 0 && previous is null; i--)
            previous = chosen[i];
        foreach (var concept in part.Concepts)
        {
            if (here[concept] is not { } list)
                continue;
            foreach (var hit in list)
            {
                if (previous is { } p && !Stands(hit, p, part) || part.Subject && AfterPreposition(hit) || at == wording.Evidence && !wording.MayBeDenied && Denied(hit))
                    continue;
                chosen[at] = hit;
                if (Fit(wording, at + 1, chosen))
                    return true;
            }
        }
        chosen[at] = null;
        return false;
    }

    private static bool Stands(ConceptHit hit, ConceptHit previous, WordingPart part)
    {
        if (hit.First <= previous.Last && previous.First <= hit.Last)
            return false; // one word cannot be two parts
        var behind = hit.First - previous.Last - 1;
        var ahead = previous.First - hit.Last - 1;
        return part.Order switch
        {
            WordingOrder.Behind => behind >= 0 && behind <= part.Most,
            WordingOrder.Near => behind >= 0 && behind <= part.Most || ahead >= 0 && ahead <= part.Most,
            _ => true,
        };
    }

    private bool AfterPreposition(ConceptHit hit) => Near(book.Preposition, hit, 2);

    private bool Denied(ConceptHit hit) => Near(book.Not, hit, 3);

    private bool Near(int concept, ConceptHit hit, int words)
    {
        if (here[concept] is { } list)
            foreach (var other in list)
                if (other.Last < hit.First && hit.First - other.Last <= words)
                    return true;
        return false;
    }

    private bool Singled(WordingPerson who, Span sentence, ConceptHit?[] chosen)
    {
        foreach (var person in draft.PeopleMeant(passage, sentence))
        {
            if (Array.Exists(chosen, c => c is { } hit && hit.Start < person.Where.End && person.Where.Start < hit.End && !person.Named))
                continue; // "de rector" is not also somebody else
            var fits = who switch
            {
                WordingPerson.Somebody => person.Named || person.Kind == MentionKind.Described,
                WordingPerson.Anybody => true,
                WordingPerson.Staff => person.IsStaff,
                _ => (person.Named || person.Kind == MentionKind.Described) && !person.IsStaff,
            };
            if (fits && !Consulted(person))
                return true;
        }
        return false;
    }

    // "Meld je bij mevrouw De Boer": whom one turns to is not whom it is about.
    private bool Consulted(Mention person)
    {
        var words = passage.Before(person.Where.Start, 24).TrimEnd();
        foreach (var preposition in (ReadOnlySpan<string>)["bij", "via", "naar", "contact met", "bij onze", "bij de", "bij je"])
            if (words.EndsWith(preposition) && (words.Length == preposition.Length || words[^(preposition.Length + 1)] == ' '))
                return true;
        return false;
    }
}
