using Moderation.Protocol.Reading;
using Moderation.Protocol.Wordings;

namespace Moderation.Protocol.Rules;

/// <summary>
/// What the wordings find: concepts that together break a rule, however the sentence is turned. The sections of the file name their rule,
/// some with a kind behind it ("R26.despair").
/// </summary>
internal static class Worded
{
    public static IEnumerable<Finding> Check(DraftReading draft) => Check(draft, ConceptBook.Default);

    internal static IEnumerable<Finding> Check(DraftReading draft, ConceptBook book)
    {
        foreach (var passage in draft.Prose)
            foreach (var (wording, where, _, _) in WordingFinder.Find(book, draft, passage))
                if (Applies(draft, wording.Key))
                {
                    var notice = WordedNotices.Of(wording.Key);
                    yield return Found.At(passage, where, notice, Action(draft, wording), "bewoording");
                }
    }

    private static FindingAction? Action(DraftReading draft, Wording wording) =>
        wording.Key == "R05" && !draft.Rulebook.Tensions.HoldFormalNotices ? FindingAction.Warn : wording.Action;

    private static bool Applies(DraftReading draft, string key) => key switch
    {
        "R05" => Formal.OnlySocial(draft),
        "R16" => string.IsNullOrWhiteSpace(draft.Content.Source),
        "R17" => !draft.Content.PersonalTitle && string.IsNullOrWhiteSpace(draft.Content.Byline) && !draft.Prose.Any(p => draft.Rulebook.DisclaimerText.IsIn(p.Folded)),
        "R36.partner" => draft.Rulebook.Tensions.PartnerOrganisations,
        "R44" => !draft.Content.Declarations.Contains(Drafts.Declaration.QuotesAgreed) || draft.Rulebook.Tensions.NeverQuote,
        "R45" => !draft.Content.Declarations.Contains(Drafts.Declaration.ShareAgreed),
        _ => true,
    };
}
