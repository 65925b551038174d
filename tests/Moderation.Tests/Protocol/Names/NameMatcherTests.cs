using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Protocol.Names;

namespace Moderation.Tests.Protocol.Names;

public sealed class NameMatcherTests
{
    [Theory]
    // full names, in any spelling
    [InlineData("Roos Bakker won de voorleeswedstrijd.", "roos", 100)]
    [InlineData("Bakker, Roos", "roos", 100)]
    [InlineData("Linden, Sterre van der", "sterre", 100)]
    [InlineData("van der Linden, Sterre", "sterre", 100)]
    [InlineData("Roos J. Bakker sprak.", "roos", 100)]
    [InlineData("Roos Maria Bakker sprak.", "roos", 100)]
    [InlineData("Bas de Groot sprak.", "bas", 100)]
    [InlineData("Bas De Groot sprak.", "bas", 95)]
    [InlineData("Sterre Linden sprak.", "sterre", 95)]
    [InlineData("Sterre v.d. Linden sprak.", "sterre", 95)]
    [InlineData("Sterre v/d Linden sprak.", "sterre", 95)]
    [InlineData("Daan van het Hof sprak.", "daan", 100)]
    [InlineData("Daan van ’t Hof sprak.", "daan", 100)]
    [InlineData("Zoe el Amrani sprak.", "zoe", 100)]
    [InlineData("Noor Yilmaz sprak.", "noor", 100)]
    [InlineData("Annefleur Jansen sprak.", "annefleur", 95)]
    [InlineData("Anne Fleur de Vries sprak.", "annefleur", 95)]
    [InlineData("Anna Thijssens boek ligt klaar.", "anna", 100)]
    [InlineData("ROOS BAKKER WINT GOUD", "roos", 80)]
    [InlineData("roos bakker won", "roos", 80)]
    [InlineData("noor yilmaz won", "noor", 95)]
    [InlineData("bas de groot won", "bas", 85)]
    // disguised
    [InlineData("R o o s  B a k k e r won", "roos", 100)]
    [InlineData("R00s B@kker won", "roos", 100)]
    [InlineData("Rооs Bаkkеr won", "roos", 100)] // Cyrillic о, а, е
    [InlineData("Ｒｏｏｓ Ｂａｋｋｅｒ won", "roos", 100)]
    [InlineData("Ro\u200Bos Bak\u00ADker won", "roos", 100)]
    // initials
    [InlineData("Met dank aan R. Bakker.", "roos", 80)]
    [InlineData("Met dank aan J v d Berg.", "berg", 80)]
    [InlineData("Met dank aan Roos B. voor de foto.", "roos", 80)]
    [InlineData("Met dank aan Bas de G. voor de foto.", "bas", 80)]
    // staff by form of address
    [InlineData("Meld je aan bij mevrouw Visser.", "visser", 80)]
    [InlineData("Vraag het aan dhr. Van den Berg.", "berg", 80)]
    [InlineData("Onze docent biologie Visser gaat mee.", "visser", 80)]
    // class beside the call name
    [InlineData("\"Het was super,\" vertelt Roos uit 3B.", "roos", 90)]
    [InlineData("Roos (3B) won.", "roos", 90)]
    [InlineData("3B'er Roos won.", "roos", 90)]
    [InlineData("Roos, leerling van klas 3B, won.", "roos", 90)]
    [InlineData("Klas 3B: Bas, Roos en anderen.", "roos", 90)]
    [InlineData("roos uit 3b won", "roos", 80)]
    [InlineData("Thijs uit de derde won.", "thijs", 75)]
    [InlineData("Bas uit havo 5 won.", "bas", 75)]
    [InlineData("Roos uit 3 B won.", "roos", 90)]
    [InlineData("Roos (3-B) won.", "roos", 90)]
    [InlineData("Roos uit klas 3 b won.", "roos", 90)]
    [InlineData("Daan uit brugklas 1a won.", "daan", 90)]
    [InlineData("Zoë uit 4 havo 3 won.", "zoe", 90)]
    [InlineData("Zoë uit H4.3 won.", "zoe", 90)]
    [InlineData("Bas uit 5 havo 2 won.", "bas", 90)]
    [InlineData("Max uit V4.1 won.", "max", 90)]
    [InlineData("Uit de lijst: Bakker, R. en anderen.", "roos", 80)]
    [InlineData("Uit de lijst: Linden, S. van der en anderen.", "sterre", 80)]
    // accounts
    [InlineData("Volg @sterre_vdl!", "sterre", 100)]
    [InlineData("Volg @roosbakker!", "roos", 75)]
    [InlineData("Volg @roos.b!", "roos", 75)]
    [InlineData("Wat een dag #roosbakker", "roos", 75)]
    [InlineData("Wat een dag #RoosBakker", "roos", 100)]
    [InlineData("Mail m.visser@school.example.", "visser", 100)]
    [InlineData("Mail r.bakker@school.example.", "roos", 80)]
    [InlineData("Zie https://www.linkedin.com/in/roos-bakker/", "roos", 100)]
    // slips of the pen
    [InlineData("Anna Tijssen won.", "anna", 85)]
    [InlineData("Sterre van der Lindem won.", "sterre", 85)]
    // numbers
    [InlineData("Leerling 102938 won.", "roos", 100)]
    [InlineData("Het gaat om stamnummer 2019.", "daan", 100)]
    [InlineData("Nummer 004321 won.", "noor", 100)]
    // alone
    [InlineData("Gisteren kwam Jayden langs.", "jayden", 60)]
    // what stands beside somebody explains nobody away
    [InlineData("Jayden en hond wandelden langs de IJssel.", "jayden", 60)]
    [InlineData("Jayden was het boek vergeten.", "jayden", 60)]
    [InlineData("Jayden is een boek aan het lezen.", "jayden", 60)]
    // pupils go on trips too
    [InlineData("In Berlijn genoot Jayden van de kunst.", "jayden", 60)]
    [InlineData("Jayden zag het Rijksmuseum.", "jayden", 60)]
    [InlineData("Onze reis begon goed. De minister sprak, en Jayden klapte.", "jayden", 60)]
    [InlineData("Jayden won de finale.", "jayden", 75)]
    [InlineData("jayden won", "jayden", 60)]
    [InlineData("Gisteren won Roos de finale.", "roos", 55)]
    [InlineData("Roos won de finale.", "roos", 35)]
    [InlineData("De finale was voor Hoekstra.", "jayden", 45)]
    [InlineData("Een cadeau van de moeder van Roos.", "roos", 55)]
    public void A_name_scores_what_its_evidence_is_worth(string text, string person, int score)
    {
        var match = Assert.Single(NameMatcher.Find(SchoolRoll.Example, text), m => m.Person?.ToString() == person);
        Assert.Equal(score, match.Score);
    }

    [Theory]
    [InlineData("roos_3B.jpg", "roos", 90)]
    [InlineData("IMG_roos-bakker.jpg", "roos", 100)]
    [InlineData("RoosBakker.png", "roos", 100)]
    [InlineData("2024roosbakker08.png", "roos", 75)]
    [InlineData("102938.jpg", "roos", 100)]
    [InlineData("portret sterre_vdl.jpg", "sterre", 100)]
    public void File_names_are_read_like_text(string name, string person, int score)
    {
        var match = Assert.Single(NameMatcher.Find(SchoolRoll.Example, name, "media[0].name"), m => m.Person?.ToString() == person);
        Assert.Equal(score, match.Score);
    }

    [Theory]
    [InlineData("De roos in de schooltuin bloeit.")]
    [InlineData("De bakker bakt brood voor een jong gezin.")]
    [InlineData("Onze bas is schor.")]
    [InlineData("Max. 30 deelnemers.")]
    [InlineData("Er mogen Max 30 deelnemers mee.")]
    [InlineData("Lees Max Havelaar of haal brood bij Bakker Bart.")]
    [InlineData("Jong Oranje speelt tegen Jong Ajax.")]
    [InlineData("In de rozentuin klinkt een basgitaar.")]
    [InlineData("Ik ben klein en wil groot worden.")]
    [InlineData("In 2019 kwamen er 102938 mensen.")]
    [InlineData("Bel 038-102938 of 102938-22.")]
    [InlineData("De Albert Heijn op het Anne Frankplein.")]
    [InlineData("Koning Willem-Alexander en prinses Amalia kwamen.")]
    [InlineData("Sint-Nicolaas woont op de Johan Cruijffstraat.")]
    [InlineData("Kevin scoorde.")]
    [InlineData("Ons roosje bloeit.")]
    [InlineData("Docent Nederlands en docent Frans gevraagd.")]
    [InlineData("Coach van de Italianen is vertrokken.")]
    public void Ordinary_words_and_public_names_are_left_alone(string text) =>
        Assert.DoesNotContain(NameMatcher.Find(SchoolRoll.Example, text), static m => m.Score >= 20);

    [Theory]
    [InlineData("De Zweedse zangeres Anna Nilsson trad op in Londen.")]
    [InlineData("Fleur Jansma, fractievoorzitter van de VVD, stemde tegen.")]
    [InlineData("Kamerlid Kevin Jansma (D66) diende een motie in.")]
    [InlineData("Kevin Jansma was een bekende romanschrijver.")]
    [InlineData("In 1864 schilderde Willem Hoogstra de haven van Rotterdam.")]
    [InlineData("Lisa Jansma schreef De laatste zomer.")]
    [InlineData("De Kevin Jansmaprijs gaat naar een debuut.")]
    public void Public_life_is_nobodys_secret(string text) =>
        Assert.DoesNotContain(NameMatcher.Find(SchoolRoll.Example, text), static m => m.Score >= 50);

    [Theory]
    [InlineData("Femke Kok won in Parijs een gouden medaille op de Olympische Spelen.", false)]
    [InlineData("Femke Kok won de voorleeswedstrijd van onze school.", true)]
    public void Whoever_bears_a_famous_name_is_meant_unless_the_world_is(string text, bool strong)
    {
        var roll = Roll.Build([SchoolRoll.Pupil("bol", "Femke", null, "Kok", "3B")]);
        Assert.Equal(strong, NameMatcher.Find(roll, text).Any(static m => m.Strong));
    }

    [Theory]
    [InlineData("Kevin de Boer scoorde.")]
    [InlineData("Zangeres Kevin de Boer gaf een gastles op onze school.")]
    [InlineData("Lot van der Meer scoorde.")]
    [InlineData("Wij bedanken meneer Ten Have.")]
    [InlineData("De familie Jansma heeft een baby.")]
    [InlineData("De vader van Kevin hielp mee.")]
    [InlineData("Sam uit 2M deed mee.")]
    [InlineData("Het werk van Marie-Louise van Dam hangt in de hal.")]
    [InlineData("Met dank aan P. Hoogendoorn.")]
    public void Somebody_the_school_does_not_know_holds_and_never_blocks(string text)
    {
        var match = Assert.Single(NameMatcher.Find(SchoolRoll.Example, text), static m => m.Person is null);
        Assert.InRange(match.Score, 50, 79);
    }

    [Fact]
    public void Namesakes_give_one_match_each()
    {
        var roll = Roll.Build([SchoolRoll.Pupil("a", "Roos", null, "Bakker", "3B"), SchoolRoll.Pupil("b", "Roos", null, "Bakker", "4V1")]);
        Assert.Equal(["a", "b"], NameMatcher.Find(roll, "Roos Bakker won.").Select(static m => m.Person.ToString()!));
        Assert.Equal(["a"], NameMatcher.Find(roll, "Roos uit 3B won.").Where(static m => m.Strong).Select(static m => m.Person.ToString()!));
    }

    [Fact]
    public void A_call_name_that_several_share_holds_but_cannot_block_by_itself()
    {
        var roll = Roll.Build([SchoolRoll.Pupil("a", "Jayden", null, "Bakker", "3B"), SchoolRoll.Pupil("b", "Jayden", null, "Visser", "4V1")]);
        var matches = NameMatcher.Find(roll, "Gefeliciteerd Jayden, Sven en Lars!");
        Assert.Equal(2, matches.Count);
        Assert.All(matches, static m => Assert.InRange(m.Score, 50, 79));
    }

    [Fact]
    public void A_call_name_after_the_full_name_means_that_person()
    {
        var roll = Roll.Build([SchoolRoll.Pupil("a", "Jayden", null, "Bakker", "3B"), SchoolRoll.Pupil("b", "Jayden", null, "Visser", "4V1")]);
        var matches = NameMatcher.Find(roll, "Jayden Visser won. Nu mag Jayden naar Rome.");
        Assert.DoesNotContain(matches, static m => m.Person?.ToString() == "a" && m.Score >= 50);
    }

    [Fact]
    public void A_parent_with_the_same_call_name_does_not_make_a_pupil_less_unique()
    {
        var roll = Roll.Build(
        [
            SchoolRoll.Pupil("pupil", "Jayden", null, "Bakker", "3B"),
            SchoolRoll.Staff("parent", "Jayden", null, "Dekker", "J.") with { Kind = PersonKind.Guardian },
        ]);
        var matches = NameMatcher.Find(roll, "Gisteren kwam Jayden langs.");
        Assert.Equal(60, Assert.Single(matches, static m => m.Person?.ToString() == "pupil").Score);
        Assert.Equal(40, Assert.Single(matches, static m => m.Person?.ToString() == "parent").Score);
    }

    [Fact]
    public void Possessives_mean_both_whom_they_may_mean()
    {
        var roll = Roll.Build([SchoolRoll.Pupil("han", "Han", null, "Dekker", "3B"), SchoolRoll.Pupil("hans", "Hans", null, "Mulder", "4V1")]);
        Assert.Equal(2, NameMatcher.Find(roll, "Gisteren stond Hans fiets in de weg.").Count);
        Assert.Single(NameMatcher.Find(roll, "Gisteren won Hans de finale."));
    }

    [Fact]
    public void The_rest_of_the_draft_adds_to_a_call_name()
    {
        var content = new DraftContent
        {
            Text = "Wat een dag! Zo straalt Fleur op het podium.",
            Title = "Klas 1A op het toneel",
            Channels = ["website"],
            Media = [new AttachedMedia { Name = "IMG_0012.jpg", Alt = "Een meisje lacht", People = [PersonId.Parse("fleur")] }],
        };
        var match = Assert.Single(NameMatcher.FindAll(SchoolRoll.Example, content), static m => m.Field == "text");
        Assert.Equal(40 + 15 + 15 + 20, match.Score); // ordinary word, verb, class in the title, linked to the picture
    }

    [Fact]
    public void Every_field_a_reader_sees_is_read()
    {
        var content = new DraftContent
        {
            Text = "Roos Bakker",
            Title = "Roos Bakker",
            Channels = ["website"],
            Media = [new AttachedMedia { Name = "roos-bakker.jpg", Alt = "Roos Bakker", Caption = "Roos Bakker" }],
        };
        Assert.Equal(
            ["media[0].alt", "media[0].caption", "media[0].name", "text", "title"],
            NameMatcher.FindAll(SchoolRoll.Example, content).Select(static m => m.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Ja! Sterre van der Linden won", "Sterre van der Linden")]
    [InlineData("Ja! 𝐑𝐨𝐨𝐬 Bakker won", "𝐑𝐨𝐨𝐬 Bakker")]
    [InlineData("Zoe\u0308 el Amrani won", "Zoe\u0308 el Amrani")]
    [InlineData("👩‍🎓 Anna’s tas", "Anna")]
    [InlineData("@sterre_vdl", "sterre_vdl")]
    public void Places_are_those_of_the_original_text(string text, string name)
    {
        var match = NameMatcher.Find(SchoolRoll.Example, text)[0];
        Assert.Equal(name, text[match.Start..match.End]);
    }

    [Theory]
    [InlineData("Anna is een rivier in het noorden.", false)]
    [InlineData("Jayden betekent dankbaar.", false)]
    [InlineData("Jayden is Engels voor dankbaar.", false)]
    [InlineData("Anna en laser zijn zeilboten.", false)]
    [InlineData("Anna is een talent in sport.", true)]
    [InlineData("Anna en vriendinnen wandelen graag.", true)]
    [InlineData("Anna en haar laserboot gaan mee.", true)]
    [InlineData("Anna is een boek vol grappen in onze aula.", true)]
    [InlineData("Anna's hond is een boek aan het opeten.", true)]
    [InlineData("Anna wandelt graag en dat is een spel.", true)]
    public void A_word_that_is_explained_is_nobody(string text, bool holds) =>
        Assert.Equal(holds, NameMatcher.Find(SchoolRoll.Example, text) is [{ Score: >= 50 }, ..]);

    [Fact]
    public void Evidence_never_holds_the_name()
    {
        foreach (var match in NameMatcher.Find(SchoolRoll.Example, "Roos Bakker, Jayden, @roosbakker, mevrouw Visser, Kevin de Boer en Fleur uit 1A"))
            Assert.DoesNotContain(["roos", "bakker", "jayden", "visser", "kevin", "boer", "fleur"], name => match.Evidence.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_roll_of_nobody_finds_only_strangers()
    {
        var roll = Roll.Build([]);
        Assert.Empty(NameMatcher.Find(roll, "De open dag is zaterdag. Leerling 102938 en @roosbakker komen."));
        Assert.Null(Assert.Single(NameMatcher.Find(roll, "Kevin de Boer komt.")).Person);
    }
}
