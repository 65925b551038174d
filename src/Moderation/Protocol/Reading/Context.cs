using System.Text.RegularExpressions;

namespace Moderation.Protocol.Reading;

/// <summary>What a sentence is about, where that decides whether a strong word is meant: a lesson, a play, a game, the past, a "not".</summary>
internal static partial class Context
{
    /// <summary>Teaching, information or debate: the word is the subject, not the message.</summary>
    [GeneratedRegex(
        @"\b(?:biologie|gast|geschiedenis|godsdienst|les|levensbeschouwing|maatschappijleer|mentor|project|theater|thema)?(?:les|lessen|lesdag|lessenserie)\b|\b(?:antipest\w*|betekenis\svan"
        + @"|bewustwording\w*|boek\w*over|campagne|college|dag\s(?:van|tegen)|debat\w*|discussi\w*|documentaire|ervaringsdeskundige|excursie|expositie|gastspreker|gesprek\sover|ggd|halt|informatie\sover"
        + @"|leert\sover|leren\sover|lezing|mediawijs\w*|museum|onderzoek\w*|ouderavond|praten\sover|preventie\w*|profielwerkstuk\w*|project\w*|pws|stelling\w*|tentoonstelling|theatercollege|thema\w*"
        + @"|thema-avond|voorlicht\w*|week\s(?:van|tegen|zonder)|weerbaarheid\w*|werkstuk\w*|workshop\w*|(?:nationale|landelijke|internationale)\s(?:dag|week))\b",
        RegexOptions.CultureInvariant)]
    public static partial Regex Lesson();

    [GeneratedRegex(
        @"\b(?:acte|boek|boekbespreking|boeken|cabaret\w*|cluedo|detective|dramaklas|dramales|escaperoom\w*|fictie\w*|film\w*|game|gedicht\w*|hoofdpersoon|hoofdrol|legende|lied|moordspel|musical\w*"
        + @"|mythe|mythologie|novelle|opera|personage\w*|poezie\w*|rol|roman|romans|sage|scene|script|serie|shakespeare|sketch\w*|songtekst|speelt\sde|sprookje\w*|stripverhaal|theater\w*|thriller"
        + @"|toneel\w*|verfilming|verhaal(?!\shalen)|verhalen|voorstelling\w*|weerwolven)\b",
        RegexOptions.CultureInvariant)]
    public static partial Regex Fiction();

    [GeneratedRegex(@"\b(?:archery|basketbal\w*|boogschiet\w*|computerspel\w*|dame|dammen|darten|dodgeball|doelpunt\w*|finale|game|gamen|games|handbal\w*|hockey\w*|keeper|kegels|koning|lasergame\w*|lasertag|loper|nerf\w*|paintball\w*|penalty|pinata|pionnen|schaak\w*|schaken|sneeuwbal\w*|stratego|toernooi\w*|trefbal|voetbal\w*|volleybal\w*|watergevecht|waterpistol\w*|wedstrijd\w*)\b", RegexOptions.CultureInvariant)]
    public static partial Regex Game();

    [GeneratedRegex(@"\b(?:apartheid|auschwitz|bevrijding\w*|bezetting|deportatie\w*|dodenherdenking|eeuw|geschiedenis\w*|gladiator\w*|herdenk\w*|hitler|holocaust|kamp|kolonia\w*|koude|kruistocht\w*|middeleeuw\w*|nazi\w*|oorlog\w*|revolutie|romein\w*|slaafgemaakten|slavernij\w*|verzet\w*|wereldoorlog|westerbork|1[0-9]\d\d)\b", RegexOptions.CultureInvariant)]
    public static partial Regex History();

    [GeneratedRegex(@"\b(?:allesbehalve|amper|geen|nauwelijks|nergens|niet|nooit|stop|tegen|voorkom(?:en|t)?|zonder)\s(?:[a-z-]+\s){0,2}$", RegexOptions.CultureInvariant)]
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
