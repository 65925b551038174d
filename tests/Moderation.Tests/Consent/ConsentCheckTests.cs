using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;

namespace Moderation.Tests.Consent;

public sealed class ConsentCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly ConsentRegister School = SampleSchool.LoadOn(Now);

    private static PersonId Id(string name, string? inClass = null) => School.Named(name, inClass).Id;

    private static IReadOnlyList<Finding> Check(DraftContent content, params NameMatch[] names) =>
        ConsentCheck.Check(content, names, School, ChannelRegister.School, Now);

    private static DraftContent Post(string text, params string[] channels) => new() { Text = text, Channels = channels };

    private static AttachedMedia File(MediaKind kind, int? recognisable, params string[] people) =>
        new() { Name = "IMG_2031.jpg", Kind = kind, Recognisable = recognisable, People = [.. people.Select(p => Id(p))] };

    private static NameMatch Named(string person, string text, string evidence, int score, string field = "text", string? inClass = null, string? content = null)
    {
        var start = (content ?? text).IndexOf(evidence, StringComparison.Ordinal);
        return new(field, start, start + evidence.Length, Id(person, inClass), score, "voorbeeld");
    }

    // Pictures

    [Theory]
    [InlineData("Roos Bakker", MediaKind.Photo, "R11")]
    [InlineData("Max Jong", MediaKind.Film, "R11")]
    [InlineData("Thijs de Wit", MediaKind.Work, "R11")]
    [InlineData("Marieke Visser", MediaKind.Photo, "R24")]
    [InlineData("Errol Blokland", MediaKind.Sound, "R24")]
    public void Somebody_in_a_file_without_consent_blocks(string person, MediaKind kind, string rule)
    {
        var finding = Assert.Single(Check(Post("Trots!", "facebook", "instagram") with { Media = [File(kind, kind is MediaKind.Photo or MediaKind.Film ? 1 : null, person)] }));
        Assert.Equal((rule, FindingAction.Block, FindingGround.Consent, "media[0]"), (finding.Rule, finding.Action, finding.Ground, finding.Field));
        Assert.Equal(["facebook", "instagram"], finding.Channels);
        Assert.Equal(Id(person).ToString(), finding.Person);
    }

    [Fact]
    public void Only_the_channels_without_consent_are_named()
    {
        var finding = Assert.Single(Check(Post("Trots!", "website", "facebook") with { Media = [File(MediaKind.Photo, 1, "Roos Bakker")] }));
        Assert.Equal(["facebook"], finding.Channels);
        Assert.Contains("Facebook", finding.What.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain("Website", finding.What.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_people_who_all_said_yes_passes() =>
        Assert.Empty(Check(Post("Finale", "website", "facebook", "nieuwsbrief") with { Media = [File(MediaKind.Photo, 3, "Bas de Groot", "Anna Thijssen", "Noor Yılmaz"), File(MediaKind.Photo, 0)] }));

    [Fact]
    public void A_newsletter_with_a_public_archive_needs_the_website_too()
    {
        var open = new ChannelRegister([new() { Code = "brief", Name = "Brief", Type = ChannelType.Newsletter, ConsentPurpose = "nieuwsbrief", ArchivePublic = true }]);
        var closed = new ChannelRegister([open.All.Single() with { ArchivePublic = false }]);
        var register = new ConsentRegister([Answers.Pupil()], [Answers.Yes(Answers.Mother, "2025-09-01") with { Purposes = ["nieuwsbrief"] }], Answers.BothParents, ConsentPolicy.School);
        var post = Post("x", "brief") with { Media = [new() { Name = "a.jpg", Recognisable = 1, People = [Answers.Child] }] };
        Assert.Single(ConsentCheck.Check(post, [], register, open, Now));
        Assert.Empty(ConsentCheck.Check(post, [], register, closed, Now));
    }

    [Theory]
    [InlineData(6, 4)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void The_number_of_recognisable_people_must_be_the_number_listed(int recognisable, int listed)
    {
        var people = new[] { "Bas de Groot", "Anna Thijssen", "Noor Yılmaz", "Merel Vos" };
        var finding = Assert.Single(Check(Post("Uitwisseling", "website") with { Media = [File(MediaKind.Photo, recognisable, people[..listed])] }));
        Assert.Equal(("R24", FindingAction.Block), (finding.Rule, finding.Action));
    }

    [Fact]
    public void The_number_must_be_declared_unless_everybody_is_declared_listed()
    {
        var post = Post("Herfst", "website") with { Media = [File(MediaKind.Photo, null, "Bas de Groot")] };
        var finding = Assert.Single(Check(post));
        Assert.Equal(("R24", FindingAction.Declare, FindingGround.Process), (finding.Rule, finding.Action, finding.Ground));
        Assert.Empty(Check(post with { Declarations = [Declaration.AllPeopleListed] }));
        Assert.Empty(Check(post with { Media = [File(MediaKind.Photo, null)], Declarations = [Declaration.AllPeopleListed] }));
    }

    [Fact]
    public void Somebody_the_register_does_not_know_blocks()
    {
        var finding = Assert.Single(Check(Post("Gast", "website") with { Media = [new() { Name = "a.jpg", Recognisable = 1, People = [PersonId.Parse("p-9999")] }] }));
        Assert.Equal(("R24", FindingAction.Block, null), (finding.Rule, finding.Action, finding.Person));
        Assert.Equal("people", Assert.Single(Check(Post("Gast", "website") with { People = [new(PersonId.Parse("p-9999"), MediaKind.Name)] })).Field);
    }

    [Fact]
    public void A_doubtful_consent_holds()
    {
        var finding = Assert.Single(Check(Post("Toernooi", "website") with { Media = [File(MediaKind.Photo, 1, "Guus Mulder")] }));
        Assert.Equal(("R11", FindingAction.Hold, FindingGround.Consent), (finding.Rule, finding.Action, finding.Ground));
    }

    [Fact]
    public void A_film_of_somebody_who_may_be_seen_but_not_heard_is_held()
    {
        var finding = Assert.Single(Check(Post("Concert", "website") with { Media = [File(MediaKind.Film, 1, "Tom Zandstra")] }));
        Assert.Equal(("R24", FindingAction.Hold), (finding.Rule, finding.Action));
        Assert.Empty(Check(Post("Concert", "website") with { Media = [File(MediaKind.Photo, 1, "Tom Zandstra")] }));
    }

    [Fact]
    public void A_pupil_who_made_it_must_have_said_yes_to_their_work()
    {
        var film = File(MediaKind.Film, 1, "Bas de Groot") with { MadeByPupil = true, Maker = Id("Thijs de Wit").ToString() };
        Assert.Equal("R51", Assert.Single(Check(Post("Vlog", "website") with { Media = [film] })).Rule);
        Assert.Empty(Check(Post("Vlog", "website") with { Media = [film with { Maker = Id("Anna Thijssen").ToString() }] }));
        Assert.Empty(Check(Post("Vlog", "website") with { Media = [film with { Maker = "leerlingredactie" }] }));
    }

    // Names

    [Theory]
    [InlineData(100, FindingAction.Block)]
    [InlineData(80, FindingAction.Block)]
    [InlineData(79, FindingAction.Hold)]
    [InlineData(50, FindingAction.Hold)]
    [InlineData(49, FindingAction.Warn)]
    [InlineData(20, FindingAction.Warn)]
    [InlineData(19, null)]
    public void The_score_of_a_pupils_name_decides(int score, FindingAction? action)
    {
        const string text = "Thijs won de voorleeswedstrijd.";
        var found = Check(Post(text, "website"), Named("Thijs de Wit", text, "Thijs", score));
        Assert.Equal(action, found.SingleOrDefault()?.Action);
        Assert.All(found, f => Assert.Equal(("R13", 0, 5, (int?)score), (f.Rule, f.Start, f.End, f.Score)));
    }

    [Fact]
    public void A_name_with_consent_passes_and_without_consent_for_one_channel_does_not()
    {
        const string text = "Max Jong en Bas de Groot staan op de foto.";
        var finding = Assert.Single(Check(Post(text, "website"), Named("Max Jong", text, "Max Jong", 100), Named("Bas de Groot", text, "Bas de Groot", 100)));
        Assert.Equal((Id("Max Jong").ToString(), "R13"), (finding.Person, finding.Rule));
    }

    [Fact]
    public void In_a_list_every_name_is_judged_apart()
    {
        const string text = "Geslaagd: Bas de Groot, Anna Thijssen, Max Jong (4V1), Thijs de Wit.";
        var found = Check(Post(text, "website"), [.. new[] { "Bas de Groot", "Anna Thijssen", "Max Jong", "Thijs de Wit" }.Select(n => Named(n, text, n, 100))]);
        Assert.Equal(["Max Jong", "Thijs de Wit"], found.Select(f => text[f.Start!.Value..f.End!.Value]));
    }

    [Fact]
    public void A_listed_person_who_is_named_counts_as_sure()
    {
        const string text = "Roos won.";
        var finding = Assert.Single(Check(Post(text, "website") with { People = [new(Id("Roos Bakker"), MediaKind.Name)] }, Named("Roos Bakker", text, "Roos", 20)));
        Assert.Equal(FindingAction.Block, finding.Action);
    }

    [Fact]
    public void Of_namesakes_the_strictest_counts_and_one_finding_is_shown()
    {
        const string text = "Emma de Jong zingt.";
        var finding = Assert.Single(Check(Post(text, "website"),
            Named("Emma de Jong", text, "Emma de Jong", 100, inClass: "2A"), Named("Emma de Jong", text, "Emma de Jong", 100, inClass: "4M2")));
        Assert.Equal(FindingAction.Block, finding.Action);
    }

    [Fact]
    public void An_author_who_says_which_namesake_it_is_gets_an_approver_instead_of_a_block()
    {
        const string text = "Emma de Jong zingt.";
        NameMatch[] names = [Named("Emma de Jong", text, "Emma de Jong", 100, inClass: "2A"), Named("Emma de Jong", text, "Emma de Jong", 100, inClass: "4M2")];
        Assert.Equal(FindingAction.Hold, Assert.Single(Check(Post(text, "website") with { People = [new(Id("Emma de Jong", "2A"), MediaKind.Name)] }, names)).Action);
        Assert.Equal(FindingAction.Block, Assert.Single(Check(Post(text, "website") with { People = [new(Id("Emma de Jong", "4M2"), MediaKind.Name)] }, names)).Action);
    }

    [Fact]
    public void A_better_match_is_not_settled_by_listing_a_worse_one()
    {
        const string text = "Thijs de Wit zingt.";
        var finding = Assert.Single(Check(Post(text, "website") with { People = [new(Id("Bas de Groot"), MediaKind.Name)] },
            Named("Thijs de Wit", text, "Thijs de Wit", 100), Named("Bas de Groot", text, "Thijs de Wit", 45)));
        Assert.Equal(FindingAction.Block, finding.Action);
    }

    [Theory]
    [InlineData("Meld je aan bij mevrouw Visser (m.visser@school.example).", null)]
    [InlineData("Vragen? Mail m.visser@school.example of loop langs bij mevrouw Visser.", null)]
    [InlineData("Docent biologie M. Visser begeleidt het practicum.", null)]
    [InlineData("Aanmelden kan tot vrijdag via mevrouw Visser.", null)]
    [InlineData("Mevrouw Visser is bevallen van een dochter!", FindingAction.Block)]
    [InlineData("Meld je aan voor de open dag. Mevrouw Visser is bevallen van een dochter!", FindingAction.Block)]
    [InlineData("Mevrouw Visser is jarig. Mail naar m.visser@school.example.", FindingAction.Block)]
    public void Staff_may_be_named_as_a_contact_and_for_nothing_else(string text, FindingAction? action)
    {
        var name = text.Contains("M. Visser", StringComparison.Ordinal) ? "M. Visser" : text.Contains("mevrouw Visser", StringComparison.Ordinal) ? "mevrouw Visser" : "Mevrouw Visser";
        var found = Check(Post(text, "facebook"), Named("Marieke Visser", text, name, 80));
        Assert.Equal(action, found.SingleOrDefault()?.Action);
        Assert.All(found, f => Assert.Equal("R29", f.Rule));
    }

    [Fact]
    public void Staff_who_are_no_contact_need_their_own_consent()
    {
        const string text = "Meld je aan bij Wouter de Boer (w.deboer@school.example), docent geschiedenis.";
        Assert.Equal("R29", Assert.Single(Check(Post(text, "website"), Named("Wouter de Boer", text, "Wouter de Boer", 100))).Rule);
    }

    [Fact]
    public void A_contact_is_not_thereby_to_be_shown() =>
        Assert.Equal("R24", Assert.Single(Check(Post("Meld je aan", "facebook") with { Media = [File(MediaKind.Photo, 1, "Marieke Visser")] })).Rule);

    [Fact]
    public void A_name_at_a_picture_of_somebody_who_may_be_named_but_not_shown_is_held()
    {
        const string caption = "Jayden Wijngaarde in actie";
        var photo = new AttachedMedia { Name = "a.jpg", Recognisable = 0, Caption = caption };
        var name = Named("Jayden Wijngaarde", caption, "Jayden Wijngaarde", 100, "media[0].caption");
        Assert.Equal(("R24", FindingAction.Hold), Check(Post("x", "website") with { Media = [photo] }, name).Select(f => (f.Rule, f.Action)).Single());
        const string credit = "Foto: Jayden Wijngaarde";
        var made = Named("Jayden Wijngaarde", credit, "Jayden Wijngaarde", 100, "media[0].caption");
        Assert.Empty(Check(Post("x", "website") with { Media = [photo with { Caption = credit }] }, made));
    }

    [Fact]
    public void Somebody_listed_but_not_found_in_a_text_is_judged_from_the_list()
    {
        PersonId thijs = Id("Thijs de Wit");
        var found = Check(Post("Een mooie dag.", "website") with { People = [new(thijs, MediaKind.Name), new(thijs, MediaKind.Quote), new(thijs, MediaKind.Work)] });
        Assert.Equal([("R13", FindingAction.Block), ("R44", FindingAction.Block), ("R11", FindingAction.Block)], found.Select(f => (f.Rule, f.Action)));
        Assert.All(found, f => Assert.Equal("people", f.Field));
        Assert.Empty(Check(Post("Een mooie dag.", "website") with { People = [new(Id("Bas de Groot"), MediaKind.Quote)] }));
    }

    // Protection

    [Theory]
    [InlineData(60, FindingAction.Block)]
    [InlineData(59, FindingAction.Hold)]
    [InlineData(40, FindingAction.Hold)]
    [InlineData(39, FindingAction.Warn)]
    public void A_protected_person_is_guarded_from_lower_scores(int score, FindingAction action)
    {
        const string text = "Sterre won.";
        var finding = Assert.Single(Check(Post(text, "website"), Named("Sterre van der Linden", text, "Sterre", score)));
        Assert.Equal((action, (string?)null, "R13"), (finding.Action, finding.Person, finding.Rule));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(85)]
    [InlineData(50)]
    [InlineData(30)]
    public void What_is_said_about_a_protected_person_is_what_is_said_about_anybody_without_consent(int score)
    {
        const string text = "Sterre van der Linden won.";
        var plain = new ConsentRegister(School.People.Select(p => p with { Protected = false }), School.Records.Where(r => r.Person != Id("Sterre van der Linden")), School.Guardianships, School.Policy);
        var post = Post(text, "website", "x") with
        {
            Media = [File(MediaKind.Photo, 1, "Sterre van der Linden")],
            People = [new(Id("Sterre van der Linden"), MediaKind.Quote)],
        };
        NameMatch[] names = [Named("Sterre van der Linden", text, "Sterre van der Linden", score) with { }];
        var shielded = Check(post with { People = [] }, names);
        var usual = ConsentCheck.Check(post with { People = [] }, names, plain, ChannelRegister.School, Now);
        Assert.Equal(usual.Select(f => (f.Rule, f.Action, f.Ground, f.Field, f.Start, f.End, f.What, f.Fix, f.Score, f.Evidence)), shielded.Select(f => (f.Rule, f.Action, f.Ground, f.Field, f.Start, f.End, f.What, f.Fix, f.Score, f.Evidence)));
        Assert.All(shielded, f => Assert.Null(f.Person));
    }

    [Fact]
    public void An_earlier_block_for_a_protected_person_shows_no_score_that_would_not_block_others()
    {
        const string text = "Gisteren won Sterre.";
        var finding = Assert.Single(Check(Post(text, "website"), Named("Sterre van der Linden", text, "Sterre", 60)));
        Assert.Null(finding.Score);
        Assert.Equal("naam in de tekst", finding.Evidence);
    }

    [Fact]
    public void Nobody_settles_a_protected_namesake()
    {
        const string text = "Sterre zingt.";
        NameMatch[] names = [Named("Sterre van der Linden", text, "Sterre", 60), Named("Bas de Groot", text, "Sterre", 90)];
        Assert.Equal(FindingAction.Block, Assert.Single(Check(Post(text, "website") with { People = [new(Id("Bas de Groot"), MediaKind.Name)] }, names)).Action);
    }

    // Channels and the register

    [Fact]
    public void An_unregistered_channel_has_nobodys_consent() =>
        Assert.Equal(["tiktok"], Assert.Single(Check(Post("x", "website", "tiktok") with { Media = [File(MediaKind.Photo, 1, "Bas de Groot")] })).Channels);

    [Fact]
    public void Without_channels_every_channel_is_asked()
    {
        var finding = Assert.Single(Check(Post("x") with { Media = [File(MediaKind.Photo, 1, "Roos Bakker")] }));
        Assert.Equal((FindingAction.Block, 0), (finding.Action, finding.Channels.Count));
        Assert.Empty(Check(Post("x") with { Media = [File(MediaKind.Photo, 1, "Bas de Groot")] }));
    }

    [Fact]
    public void Without_a_register_nothing_that_shows_people_goes_out()
    {
        static IReadOnlyList<(string, FindingAction)> Ask(DraftContent content, params NameMatch[] names) =>
            [.. ConsentCheck.Check(content, names, ConsentRegister.Empty, ChannelRegister.School, Now).Select(f => (f.Rule, f.Action))];

        Assert.Equal([("P04", FindingAction.Block)], Ask(Post("x", "website") with { Media = [new() { Name = "a.jpg", Recognisable = 2 }] }));
        Assert.Equal([("P04", FindingAction.Block)], Ask(Post("x", "website") with { Media = [new() { Name = "a.jpg" }] }));
        Assert.Equal([("P04", FindingAction.Block)], Ask(Post("x", "website") with { People = [new(PersonId.Parse("p-1"), MediaKind.Name)] }));
        Assert.Equal([("P04", FindingAction.Hold)], Ask(Post("x", "website"), new NameMatch("text", 0, 1, null, 60, "voornaam")));
        Assert.Empty(Ask(Post("Rooster 5H2", "website") with { Media = [new() { Name = "a.jpg", Recognisable = 0 }] }));
        Assert.Equal(new ConsentDecision.Refused(ConsentReason.RegisterMissing), ConsentRegister.Empty.Decide(PersonId.Parse("p-1"), "website", MediaKind.Photo, Now));
    }

    [Fact]
    public void No_finding_holds_a_name()
    {
        const string text = "Thijs de Wit won.";
        var found = Check(Post(text, "website") with { Media = [File(MediaKind.Photo, 1, "Thijs de Wit")] }, Named("Thijs de Wit", text, "Thijs de Wit", 100));
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.DoesNotContain("Thijs", f.What + f.What.En + f.Fix + f.Fix.En + f.Evidence, StringComparison.Ordinal));
    }
}
