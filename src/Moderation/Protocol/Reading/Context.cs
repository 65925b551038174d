using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>What a sentence is about, where that decides whether a strong word is meant: a lesson, a play, a game, the past, a "not".</summary>
internal static partial class Context
{
    /// <summary>Teaching, information or debate: the word is the subject, not the message.</summary>
    [GeneratedRegex(@"\b(?:gast|thema|project|mentor|les|biologie|geschiedenis|maatschappijleer|godsdienst|levensbeschouwing|theater)?(?:les|lessen|lesdag|lessenserie)\b|\b(?:thema\w*|voorlicht\w*|gastspreker|workshop\w*|lezing|college|project\w*|campagne|preventie\w*|(?:nationale|landelijke|internationale)\s(?:dag|week)|week\s(?:van|tegen|zonder)|dag\s(?:van|tegen)|debat\w*|stelling\w*|discussi\w*|profielwerkstuk\w*|pws|werkstuk\w*|onderzoek\w*|tentoonstelling|expositie|documentaire|museum|excursie|ouderavond|thema-avond|theatercollege|mediawijs\w*|weerbaarheid\w*|ggd|halt|ervaringsdeskundige|bewustwording\w*|antipest\w*|leren\sover|leert\sover|informatie\sover|gesprek\sover|praten\sover|boek\w*over|betekenis\svan)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Lesson();

    [GeneratedRegex(@"\b(?:musical\w*|toneel\w*|voorstelling\w*|theater\w*|film\w*|verfilming|boek|boeken|boekbespreking|roman|romans|novelle|thriller|detective|verhaal(?!\shalen)|verhalen|sprookje\w*|personage\w*|hoofdpersoon|hoofdrol|rol|scene|acte|script|gedicht\w*|poezie\w*|lied|songtekst|cabaret\w*|sketch\w*|opera|escaperoom\w*|moordspel|weerwolven|cluedo|dramales|dramaklas|speelt\sde|stripverhaal|serie|game|fictie\w*|mythe|mythologie|sage|legende|shakespeare)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Fiction();

    [GeneratedRegex(@"\b(?:lasergame\w*|lasertag|paintball\w*|game|games|gamen|computerspel\w*|waterpistol\w*|watergevecht|sneeuwbal\w*|trefbal|dodgeball|nerf\w*|darten|boogschiet\w*|archery|schaak\w*|schaken|stratego|dammen|voetbal\w*|hockey\w*|basketbal\w*|volleybal\w*|handbal\w*|wedstrijd\w*|toernooi\w*|finale|doelpunt\w*|keeper|penalty|kegels|pinata|pionnen|loper|koning|dame)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Game();

    [GeneratedRegex(@"\b(?:geschiedenis\w*|oorlog\w*|wereldoorlog|holocaust|bezetting|verzet\w*|nazi\w*|hitler|slavernij\w*|slaafgemaakten|kolonia\w*|middeleeuw\w*|romein\w*|gladiator\w*|eeuw|1[0-9]\d\d|herdenk\w*|dodenherdenking|bevrijding\w*|deportatie\w*|kamp|westerbork|auschwitz|apartheid|kruistocht\w*|revolutie|koude)\b", RegexOptions.CultureInvariant)]
    public static partial Regex History();

    [GeneratedRegex(@"\b(?:geen|niet|nooit|zonder|nergens|tegen|stop|voorkom(?:en|t)?|allesbehalve|amper|nauwelijks)\s(?:[a-z-]+\s){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex NotBefore();

    public static bool Negated(Passage passage, int position) => NotBefore().IsMatch(passage.Before(position, 40));

    /// <summary>The sentence, or the one before it, says that what follows is a subject of teaching.</summary>
    public static bool IsLesson(Passage passage, Span sentence) => HasNear(passage, sentence, Lesson());

    public static bool IsFiction(Passage passage, Span sentence) => HasNear(passage, sentence, Fiction());

    public static bool IsGame(Passage passage, Span sentence) => HasNear(passage, sentence, Game());

    public static bool IsHistory(Passage passage, Span sentence) => HasNear(passage, sentence, History());

    private static bool HasNear(Passage passage, Span sentence, Regex pattern) =>
        passage.Has(pattern, sentence) || passage.Text.SentenceBefore(sentence) is { } before && passage.Has(pattern, before);
}
