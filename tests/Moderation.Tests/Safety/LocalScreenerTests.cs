using System.Diagnostics;
using FsCheck.Xunit;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class LocalScreenerTests
{
    [Theory]
    [InlineData("Ik h44t m0slims", SafetyCategory.Hate)]
    [InlineData("Ik h a a t moslims", SafetyCategory.Hate)]
    [InlineData("Ikhaat moslims", SafetyCategory.Hate)]
    [InlineData("Ik haaaaat moslims", SafetyCategory.Hate)]
    [InlineData("Ik haat mosilms", SafetyCategory.Hate)]
    [InlineData("IK HAAT MOSLIMS", SafetyCategory.Hate)]
    [InlineData("Ik haat m\u200Boslims", SafetyCategory.Hate)]
    [InlineData("Ik hааt moslims", SafetyCategory.Hate)] // Cyrillic а
    [InlineData("Ｉｋ ｈａａｔ ｍｏｓｌｉｍｓ", SafetyCategory.Hate)]
    [InlineData("k.u.t.m.a.r.o.k.k.a.n.e.n", SafetyCategory.Hate)]
    [InlineData("kut-marokkanen", SafetyCategory.Hate)]
    [InlineData("n*kkers", SafetyCategory.Hate)]
    [InlineData("moslimtuig", SafetyCategory.Hate)]
    [InlineData("kankermoslims", SafetyCategory.Hate)]
    public void A_disguise_does_not_hide_what_is_meant(string text, SafetyCategory category) =>
        Assert.InRange(LocalScreener.Screen(text).Severity(category), 4, 6);

    [Theory]
    [InlineData("Zij is trots dat ze een pot is.")]
    [InlineData("Flikker op met je gezeur over het weer.")]
    [InlineData("De poten van de tafel zijn los.")]
    [InlineData("Mijn nichten komen uit Mongolië.")]
    [InlineData("De flikkers van de vuurtoren.")]
    public void A_word_with_an_innocent_meaning_is_no_slur_by_itself(string text) =>
        Assert.InRange(LocalScreener.Screen(text).Severity(SafetyCategory.Hate), 0, 2);

    [Theory]
    [InlineData("Ik schiet jullie allemaal neer morgen.", SafetyCategory.Violence)]
    [InlineData("Wij weten waar je woont, dus pas maar op.", SafetyCategory.Violence)]
    [InlineData("Alle moslims moeten dood.", SafetyCategory.Hate)]
    [InlineData("Jij smerige flikker.", SafetyCategory.Hate)]
    [InlineData("Ik wil je neuken.", SafetyCategory.Sexual)]
    [InlineData("Maak jezelf dood.", SafetyCategory.SelfHarm)]
    public void A_strong_combination_may_block(string text, SafetyCategory category)
    {
        var screening = LocalScreener.Screen(text);
        Assert.Equal(6, screening.Severity(category));
        Assert.True(screening.Strong(category));
    }

    [Theory]
    [InlineData("Alle immigranten moeten opkrassen.")]
    [InlineData("Vrouwen zijn dom.")]
    [InlineData("Ik haat moslims.")]
    public void A_judgement_without_slur_or_threat_holds_but_does_not_block(string text)
    {
        var screening = LocalScreener.Screen(text);
        Assert.Equal(4, screening.Severity(SafetyCategory.Hate));
        Assert.False(screening.Strong(SafetyCategory.Hate));
    }

    [Theory]
    [InlineData("Moslims zijn ongedierte.", "Moslims zijn geen ongedierte.")]
    [InlineData("Ik vind vrouwen dom.", "Ik vind vrouwen niet dom.")]
    [InlineData("Homo's horen hier niet.", "Homo's horen hier thuis.")]
    [InlineData("Volgens mij zijn joden gierig.", "Het is fout om te zeggen dat joden gierig zijn.")]
    [InlineData("Turken zijn dieven.", "'Turken zijn dieven' is een racistische leus.")]
    [InlineData("Immigranten zijn lui.", "Sommigen zeggen dat immigranten lui zijn. Dat is onzin.")]
    [InlineData("Joden zijn ratten.", "De nazi's zeiden dat Joden ratten waren.")]
    [InlineData("Vreemdelingen moeten het dorp uit.", "In het toneelstuk roept de schout dat vreemdelingen het dorp uit moeten.")]
    public void Denying_rejecting_telling_or_playing_it_is_not_saying_it(string said, string notSaid)
    {
        Assert.InRange(LocalScreener.Screen(said).Severity(SafetyCategory.Hate), 4, 6);
        Assert.InRange(LocalScreener.Screen(notSaid).Severity(SafetyCategory.Hate), 0, 2);
    }

    /// <summary>Dutch "die" is no English dying, other people's opinions are theirs, and what happens elsewhere is news.</summary>
    [Theory]
    [InlineData("Meisjes moeten die kans krijgen.")]
    [InlineData("Ik hoop dat de vrouwen die meedoen winnen.")]
    [InlineData("Alle leerlingen moeten die dag om negen uur op school zijn.")]
    [InlineData("Alle spullen moeten voor vrijdag opgeruimd worden.")]
    [InlineData("De vrouwen gaan naar huis.")]
    [InlineData("Belgen zijn gek op friet.")]
    [InlineData("Blinden kunnen niet lezen wat op het bord staat.")]
    [InlineData("Vrouwen mogen in dat land niet stemmen.")]
    [InlineData("Er kwamen vorig jaar minder vluchtelingen naar Nederland.")]
    [InlineData("Ik schrok toen iemand riep dat vrouwen dood moeten.")]
    [InlineData("Waarom denken mensen nog steeds dat joden minderwaardig zijn?")]
    [InlineData("Some people think women are bad, but they are wrong.")]
    [InlineData("De posters met \"joden zijn ratten\" zijn weggehaald door de conciërge.")]
    [InlineData("Jij bent de volgende die een kans krijgt in onze talentenshow.")]
    [InlineData("In het leven zat hij vol plannen.")]
    public void What_only_looks_like_harm_is_not_held(string text) =>
        Assert.DoesNotContain(LocalScreener.Screen(text).Evidence, e => e.Severity >= 4);

    [Theory]
    [InlineData("All Muslims should die.", SafetyCategory.Hate)]
    [InlineData("Vind jij ook niet dat vrouwen minderwaardig zijn?", SafetyCategory.Hate)]
    [InlineData("\"Joden zijn ratten.\"", SafetyCategory.Hate)]
    [InlineData("Ik ga je klappen als ik je zie.", SafetyCategory.Violence)]
    [InlineData("Wie praat die gaat eraan.", SafetyCategory.Violence)]
    [InlineData("Ik kan het niet meer, ik ga voor de trein staan.", SafetyCategory.SelfHarm)]
    [InlineData("Lekkere tieten heeft die lerares.", SafetyCategory.Sexual)]
    public void Harm_is_found_however_young_people_put_it(string text, SafetyCategory category) =>
        Assert.InRange(LocalScreener.Screen(text).Severity(category), 4, 6);

    [Fact]
    public void A_pronoun_stands_for_the_group_of_the_sentence_before()
    {
        Assert.InRange(LocalScreener.Screen("Er wonen hier veel Polen. Ze moeten oprotten.").Severity(SafetyCategory.Hate), 4, 6);
        Assert.Equal(0, LocalScreener.Screen("Er staan hier veel tafels. Ze moeten weg.").Severity(SafetyCategory.Hate));
    }

    [Fact]
    public void Evidence_points_into_the_original_text()
    {
        const string text = "Hallo allemaal! Wíj hâten\u200B vróuwen echt.";
        var evidence = Assert.Single(LocalScreener.Screen(text).Evidence);
        Assert.Equal("Wíj hâten\u200B vróuwen", text[evidence.Start..evidence.End]);
    }

    [Fact]
    public void Help_is_named_then_a_text_about_suicide_is_not_held()
    {
        Assert.Equal(6, LocalScreener.Screen("Ik wil niet meer leven.").Severity(SafetyCategory.SelfHarm));
        Assert.Equal(0, LocalScreener.Screen("Denk jij wel eens: ik wil niet meer leven? Praat erover, bel 113.").Severity(SafetyCategory.SelfHarm) / 4);
    }

    [Property]
    public void Any_text_is_screened_with_spans_inside_it(string? text)
    {
        text ??= "";
        foreach (var e in LocalScreener.Screen(text).Evidence)
            Assert.True(e.Start >= 0 && e.Start < e.End && e.End <= text.Length && e.Severity is 2 or 4 or 6);
    }

    [Property]
    public void Lexicon_words_in_any_order_are_screened_with_spans_inside_them(int seed)
    {
        string[] words = ["ik", "haat", "moslims", "zijn", "niet", "geen", "dood", "jij", "vieze", "flikker", "ze", ".", ",", "\"", "dat", "moeten", "\uD83D", "x", "0", "h", "a", "kut-", "die", "vrouwen", "weg", "met", "\n", "?", "\u00AD", "𝓶oslims"];
        var random = new Random(seed);
        var text = string.Concat(Enumerable.Range(0, 30).Select(_ => words[random.Next(words.Length)] + (random.Next(4) == 0 ? "" : " ")));
        foreach (var e in LocalScreener.Screen(text).Evidence)
            Assert.True(e.Start >= 0 && e.Start < e.End && e.End <= text.Length);
    }

    [Theory]
    [InlineData("de ")]
    [InlineData("ik we zij ")]
    [InlineData("moslims zijn gewoon echt allemaal altijd ")]
    [InlineData("a ")]
    [InlineData("ikzezewezeikwe")]
    [InlineData("niet dat niet dat ")]
    [InlineData("vrouwen zijn dom. ")]
    public void A_hundred_thousand_characters_do_not_hang_it(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var watch = Stopwatch.StartNew();
        LocalScreener.Screen(text);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(2)); // a guard against quadratic time, not a measurement
    }
}
