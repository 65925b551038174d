using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;

namespace Moderation.Tests.Protocol;

/// <summary>Rules about how a draft was made: everything beside its sentences.</summary>
public sealed class ProtocolRulesDraftTests
{
    private static readonly DraftContent Plain = new() { Text = "Kom zaterdag naar de open dag.", Channels = ["website", "facebook"], Purpose = PostPurpose.Inform, Declarations = [Declaration.FactsChecked, Declaration.ThoughtOver] };

    private static readonly AttachedMedia Photo = new() { Name = "IMG_2031.jpg", Alt = "Een plein in de herfst", Situation = "gebouw", Rights = RightsBasis.OwnWork, Sha256 = new string('a', 64) };

    [Fact]
    public void A_complete_plain_draft_is_cleared() => Assert.Equal(DraftOutcome.Cleared, FindingsOutcome.Of(Check(Plain)));

    [Fact]
    public void An_unknown_channel_is_blocked() => Blocks("R01", Plain with { Channels = ["tiktok"] });

    [Fact]
    public void A_private_account_is_no_channel() => Blocks("R28", Plain with { Channels = ["@marieke_prive"] });

    [Fact]
    public void A_draft_without_a_channel_is_blocked() => Blocks("R01", Plain with { Channels = [] });

    [Fact]
    public void A_missing_purpose_blocks() => Blocks("R10", Plain with { Purpose = null });

    [Fact]
    public void An_unknown_purpose_blocks() => Blocks("R10", Plain with { Purpose = "zomaar" });

    [Fact]
    public void A_missing_purpose_is_no_matter_when_only_the_text_is_asked_about() =>
        Assert.DoesNotContain(ProtocolRules.Check(Given.Facts(Plain with { Purpose = null, Declarations = [] })), static f => f.Action >= FindingAction.Warn);

    [Fact]
    public void Doubt_holds_for_the_line_manager() => Holds("R30", Plain with { Doubt = true });

    [Fact]
    public void The_word_doubt_is_no_doubt() => Passes("R30", Plain with { Text = "Twijfel je over je profiel? Kom naar de decaan." });

    [Fact]
    public void A_newsletter_always_waits_for_a_person()
    {
        var found = Check(Plain with { Channels = ["website", "nieuwsbrief"] });
        var finding = Assert.Single(found, static f => f.Rule == "P03");

        Assert.Equal(FindingAction.Hold, finding.Action);
        Assert.Equal(["nieuwsbrief"], finding.Channels);
    }

    [Fact]
    public void Replies_need_an_owner_who_is_the_submitter_unless_said_otherwise()
    {
        Passes("R18", Plain);
        Passes("R18", Plain with { FollowUpOwner = "m.visser" });
        Blocks("R18", Plain with { FollowUpOwner = " " });
        Passes("R18", Plain with { FollowUpOwner = "", Channels = ["website"] });
    }

    [Fact]
    public void Declarations_that_are_missing_are_asked_for()
    {
        var found = Check(Plain with { Declarations = [] });

        Assert.Contains(found, static f => f is { Rule: "R16", Action: FindingAction.Declare });
        Assert.Contains(found, static f => f is { Rule: "R37", Action: FindingAction.Declare });
        Assert.Equal(DraftOutcome.Held, FindingsOutcome.Of(found));
    }

    [Fact]
    public void A_reply_needs_facts()
    {
        Blocks("R40", Plain with { Kind = PostKind.Reply });
        Passes("R40", Plain with { Kind = PostKind.Reply, Source = "persbericht 12 maart", Declarations = [Declaration.FactsChecked, Declaration.ThoughtOver, Declaration.KnowsFacts] });
    }

    [Fact]
    public void A_reply_to_a_forbidden_site_is_blocked() => Blocks("R50", Plain with { Kind = PostKind.Reply, Source = "https://www.dumpert.nl/item/1" });

    [Fact]
    public void A_share_is_blocked_until_its_maker_agrees()
    {
        Blocks("R45", Plain with { Kind = PostKind.Share });
        Passes("R45", Plain with { Kind = PostKind.Share, Declarations = [.. Plain.Declarations, Declaration.ShareAgreed] });
        Passes("R45", Plain with { Kind = PostKind.Share, Text = "Lees meer op https://www.school.example/nieuws/12" });
    }

    [Fact]
    public void Personal_title_needs_the_disclaimer()
    {
        Blocks("R41", Plain with { PersonalTitle = true, Text = "Column: waarom ik van toneel hou." });
        Passes("R41", Plain with { PersonalTitle = true, Text = "Column: waarom ik van toneel hou. Dit is een persoonlijke mening en niet per se die van het CCC." });
    }

    [Theory]
    [InlineData("Marieke Visser", true)]
    [InlineData("M. Visser", true)]
    [InlineData("Visser, docent biologie", true)]
    [InlineData("Namens de goedheiligman: M. Visser", true)]
    [InlineData("Mediatheek", true)]
    [InlineData("Team communicatie", true)]
    [InlineData("De Gangfluisteraar", false)]
    [InlineData("Anoniem", false)]
    [InlineData("Een bezorgde collega", false)]
    [InlineData("Meester X", false)]
    [InlineData("K. de Vries", false)]
    [InlineData("Karel Visser", false)]
    public void The_byline_is_the_submitters_own_name_or_an_approved_one(string byline, bool passes)
    {
        var facts = Given.Facts(Plain with { Byline = byline }) with { SubmitterName = "Marieke Visser" };

        Assert.Equal(!passes, ProtocolRules.Check(facts).Any(static f => f is { Rule: "R21", Action: FindingAction.Hold }));
    }

    [Theory]
    [InlineData("M. Visser", true)]
    [InlineData("J. van den Berg", true)]
    [InlineData("De Schoolspion", false)]
    [InlineData("redactie", false)]
    public void Without_a_submitter_a_byline_must_look_like_a_name(string byline, bool passes) =>
        Assert.Equal(!passes, ProtocolRules.Check(Given.Facts(Plain with { Byline = byline })).Any(static f => f.Rule == "R21"));

    [Fact]
    public void A_photo_without_alternative_text_is_warned_about()
    {
        Assert.Contains(Check(With(Photo with { Alt = null })), static f => f is { Rule: "R09", Action: FindingAction.Warn });
        Passes("R09", With(Photo));
        Assert.Contains(Check(With(Photo with { Kind = MediaKind.Film })), static f => f is { Rule: "R09", Field: "media[0]" });
    }

    [Theory]
    [InlineData("anders", true)]
    [InlineData("privéfeest", true)]
    [InlineData("uitwisseling", false)]
    [InlineData("les", false)]
    public void A_file_shows_a_school_situation(string situation, bool held) =>
        Assert.Equal(held, Check(With(Photo with { Situation = situation })).Any(static f => f is { Rule: "R12", Action: FindingAction.Hold }));

    [Fact]
    public void The_hour_of_a_recording_never_holds_it()
    {
        var sunday = new DateTime(2026, 11, 15, 22, 30, 0);

        Assert.Contains(Check(With(Photo with { Situation = "les", TakenAt = sunday })), static f => f is { Rule: "R12", Action: FindingAction.Warn });
        Passes("R12", With(Photo with { Situation = "uitwisseling", TakenAt = sunday }));
    }

    [Fact]
    public void A_file_needs_a_ground_for_its_use()
    {
        Blocks("R38", With(Photo with { Rights = RightsBasis.None }));
        Passes("R38", With(Photo));
        Holds("R38", With(Photo with { RightsMark = "Getty Images" }));
        Passes("R38", With(Photo with { RightsMark = "Getty Images", Rights = RightsBasis.Licence }));
        Holds("R38", With(Photo with { Name = "shutterstock_98231.jpg" }));
        Passes("R38", With(Photo with { Name = "shutterstock_98231.jpg", Rights = RightsBasis.Licence }));
        Holds("R38", With(Photo with { Rights = RightsBasis.FreeWithSource }));
        Passes("R38", With(Photo with { Rights = RightsBasis.FreeWithSource, Maker = "Wikimedia Commons" }));
        Holds("R38", With(Photo with { Maker = "ANP" }));
    }

    [Fact]
    public void A_recording_by_a_pupil_needs_everybodys_agreement()
    {
        Blocks("R51", With(Photo with { MadeByPupil = true }, agreed: false));
        Passes("R51", With(Photo with { MadeByPupil = true }));
    }

    [Fact]
    public void A_logo_must_be_in_the_register()
    {
        var official = new string('b', 64);
        var book = Rulebook.School with { LogoHashes = [official] };
        FindingAction? Judge(AttachedMedia file) => ProtocolRules.Check(Given.Facts(With(file)) with { Rulebook = book }).FirstOrDefault(static f => f.Rule == "R46")?.Action;

        Assert.Null(Judge(Photo with { IsLogo = true, Sha256 = official }));
        Assert.Null(Judge(Photo with { Name = "logo_ccc.svg", Sha256 = official }));
        Assert.Equal(FindingAction.Block, Judge(Photo with { IsLogo = true }));
        Assert.Equal(FindingAction.Hold, Judge(Photo with { IsLogo = true, Sha256 = null }));
        Assert.Equal(FindingAction.Block, Judge(Photo with { Name = "logo_carolus_kerstmuts.png" }));
        Assert.Equal(FindingAction.Hold, Judge(Photo with { Name = "ccc-logo.png" }));
        Assert.Null(Judge(Photo with { Name = "logo_kwf.png" }));
        Assert.Null(Judge(Photo with { Name = "logopediste.png" }));
    }

    [Theory]
    [InlineData("vertrouwelijk_verslag.pdf", "R27", FindingAction.Block)]
    [InlineData("Notulen-team-3.pdf", "R27", FindingAction.Hold)]
    [InlineData("magister_export.png", "R22", FindingAction.Hold)]
    [InlineData("pasfoto_12.jpg", "A01", FindingAction.Block)]
    [InlineData("kutfoto.jpg", "R48", FindingAction.Hold)]
    public void File_names_are_read(string name, string rule, FindingAction action)
    {
        var finding = Assert.Single(Check(With(Photo with { Name = name })), f => f.Rule == rule);

        Assert.Equal(action, finding.Action);
        Assert.Equal("media[0].name", finding.Field);
    }

    [Theory]
    [InlineData("internationaal_01.jpg")]
    [InlineData("vertrouwenspersoon.jpg")]
    [InlineData("concert_kerst.jpg")]
    [InlineData("IMG_20260612_123456782.jpg")]
    [InlineData("opdracht-formaat.png")]
    public void Ordinary_file_names_pass(string name) => Assert.Equal(DraftOutcome.Cleared, FindingsOutcome.Of(Check(With(Photo with { Name = name }))));

    [Fact]
    public void Alternative_text_and_captions_are_read_like_any_text()
    {
        Assert.Contains(Check(With(Photo with { Alt = "Kutweer op het plein" })), static f => f is { Rule: "R48", Field: "media[0].alt" });
        Assert.Contains(Check(With(Photo with { Caption = "Het BSN 123456782 van de winnaar" })), static f => f is { Rule: "R32", Field: "media[0].caption", Action: FindingAction.Block });
    }

    [Fact]
    public void A_name_beside_a_file_that_shows_nobody_is_looked_at()
    {
        var content = With(Photo with { Recognisable = 0, Caption = "Lot Vermeer, onherkenbaar gemaakt" });
        var names = new NameMatch[] { new("media[0].caption", 0, 11, null, 60, "onbekende naam") };

        Assert.Contains(ProtocolRules.Check(Given.Facts(content, names)), static f => f is { Rule: "A11", Action: FindingAction.Hold });
        Assert.DoesNotContain(ProtocolRules.Check(Given.Facts(content with { Media = [content.Media[0] with { Recognisable = 1 }] }, names)), static f => f.Rule == "A11");
    }

    [Fact]
    public void Agreed_quotations_pass()
    {
        var quoted = Plain with { Text = "\"Het was geweldig,\" zegt een leerling uit 3V." };

        Holds("R44", quoted);
        Passes("R44", quoted with { Declarations = [.. Plain.Declarations, Declaration.QuotesAgreed] });
    }

    [Fact]
    public void A_formal_notice_passes_when_it_also_goes_out_formally()
    {
        var notice = Plain with { Text = "Aanwezigheid bij de ouderavond is verplicht.", Channels = ["facebook"] };

        Holds("R05", notice);
        Passes("R05", notice with { Channels = ["facebook", "website"] });
        Passes("R05", notice with { Declarations = [.. Plain.Declarations, Declaration.AlsoThroughFormalChannel] });
    }

    [Fact]
    public void A_claim_with_a_source_passes() => Passes("R16", Plain with { Text = "Bij ons slaagt 98% van de leerlingen.", Source = "Scholen op de kaart" });

    [Fact]
    public void Held_content_reminds_the_reviewer_of_the_core_values()
    {
        Assert.Contains(Check(Plain with { Text = "Wat een klotedag." }), static f => f is { Rule: "R33", Action: FindingAction.Record });
        Passes("R33", Plain);
    }

    private static DraftContent With(AttachedMedia file, bool agreed = true) => Plain with
    {
        Media = [file],
        Declarations = agreed ? [.. Plain.Declarations, Declaration.MakersAgree, Declaration.NoThirdPartyMusic] : Plain.Declarations,
    };

    private static IReadOnlyList<Finding> Check(DraftContent content) => ProtocolRules.Check(Given.Facts(content) with { ProcessRules = true });

    private static void Blocks(string rule, DraftContent content) => Assert.Contains(Check(content), f => f.Rule == rule && f.Action == FindingAction.Block);

    private static void Holds(string rule, DraftContent content) => Assert.Contains(Check(content), f => f.Rule == rule && f.Action == FindingAction.Hold);

    private static void Passes(string rule, DraftContent content) => Assert.DoesNotContain(Check(content), f => f.Rule == rule);
}
