using Moderation.Consent;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol.Rules;

/// <summary>Accessible publishing (R09): alternative text, captions, readable sentences. Only ever a warning.</summary>
internal static class Accessibility
{
    private const int LongSentence = 40;

    private static readonly Notice NoAlt = new("R09", FindingAction.Warn,
        new("Deze foto heeft geen alt-tekst; wie niet goed ziet, mist wat erop staat.", "This photo has no alternative text; people who see badly miss what it shows."),
        new("Beschrijf in één zin wat er te zien is, zonder namen te noemen als dat niet nodig is.", "Describe in one sentence what can be seen, without names unless they are needed."));

    private static readonly Notice NoCaptions = new("R09", FindingAction.Warn,
        new("Deze opname heeft geen ondertiteling; wie niet goed hoort, mist wat er gezegd wordt.", "This recording has no captions; people who hear badly miss what is said."),
        new("Voeg ondertiteling toe of zet de uitgeschreven tekst in het bericht.", "Add captions or put the written text in the post."));

    private static readonly Notice LongWinded = new("R09", FindingAction.Warn,
        new("Deze zin is erg lang en daardoor moeilijk te lezen.", "This sentence is very long and hard to read."),
        new("Maak er twee of drie kortere zinnen van.", "Make two or three shorter sentences of it."));

    public static IEnumerable<Finding> Check(DraftReading draft)
    {
        for (var i = 0; i < draft.Content.Media.Count; i++)
        {
            var file = draft.Content.Media[i];
            if (file.Kind is MediaKind.Photo or MediaKind.Work && string.IsNullOrWhiteSpace(file.Alt))
                yield return Found.About($"media[{i}].alt", NoAlt);
            if (file.Kind is MediaKind.Film or MediaKind.Sound && !file.Captioned)
                yield return Found.About($"media[{i}]", NoCaptions);
        }
        foreach (var passage in draft.Prose)
            foreach (var sentence in passage.Text.Sentences)
                if (WordsIn(passage.Folded.AsSpan(sentence.Start, sentence.Length)) > LongSentence)
                    yield return Found.At(passage, sentence, LongWinded);
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
            if (char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
                words++;
        return words;
    }
}
