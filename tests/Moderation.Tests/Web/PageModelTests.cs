using FsCheck;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Tests.Infrastructure;
using Moderation.Web;
using Moderation.Web.Pages;

namespace Moderation.Tests.Web;

/// <summary>The pure parts behind the pages.</summary>
public sealed class PageModelTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);

    [Property]
    public void Marking_cuts_a_text_and_loses_nothing(NonNull<string> text, (int Start, int Length)[] anywhere)
    {
        // Some inside the text, some beyond its ends: a finding of an older version must not break the page.
        var spans = anywhere.Select(s => (Start: s.Start % (text.Get.Length + 2), Length: s.Length % (text.Get.Length + 2))).ToArray();
        var findings = spans.Select(s => Found("text", s.Start, s.Start + s.Length)).ToList();
        var pieces = MarkedText.Cut(text.Get, "text", findings);
        Assert.Equal(text.Get, string.Concat(pieces.Select(p => p.Text)));
        foreach (var (span, number) in spans.Select((s, i) => (s, i + 1)).Where(s => s.s.Start >= 0 && s.s.Length > 0 && (long)s.s.Start + s.s.Length <= text.Get.Length))
            Assert.Equal(text.Get.Substring(span.Start, span.Length), string.Concat(pieces.Where(p => p.Numbers.Contains(number)).Select(p => p.Text)));
    }

    [Fact]
    public void Where_findings_overlap_the_strictest_colours_and_all_are_named()
    {
        var pieces = MarkedText.Cut("Roos uit 3B wint", "text", [Found("text", 0, 11) with { Action = FindingAction.Hold }, Found("text", 0, 4) with { Action = FindingAction.Block }, Found("title", 0, 4)]);
        Assert.Equal(["Roos", " uit 3B", " wint"], pieces.Select(p => p.Text));
        Assert.Equal([1, 2], pieces[0].Numbers);
        Assert.Equal(FindingAction.Block, pieces[0].Strictest);
        Assert.Equal([1], pieces[1].Numbers);
        Assert.Null(pieces[2].Strictest);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/drafts?page=2", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/a\r\nSet-Cookie: x=1", false)]
    [InlineData("/caf\u00e9", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_path_of_this_site_is_gone_back_to(string? path, bool local) => Assert.Equal(local, Redirects.IsLocal(path));

    [Theory]
    [InlineData("m.visser", true)]
    [InlineData("00000000-1111-2222-3333-444444444444", true)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a#b", false)]
    [InlineData("a?b", false)]
    [InlineData("a\tb", false)]
    public void An_account_id_must_fit_a_table_key(string id, bool accepted) =>
        Assert.Equal(accepted, CurrentUser.TryFrom(StubSignIn.Principal(id, "submitter"), out _));

    [Fact]
    public void Unknown_roles_give_nothing()
    {
        var user = CurrentUser.From(StubSignIn.Principal("m.visser", "Submitter", "owner", "approver"));
        Assert.Equal([Role.Approver], user.Roles);
    }

    [Fact]
    public void Protected_people_read_like_people_without_consent()
    {
        var silent = new Person { Id = PersonId.Parse("p-3"), Kind = PersonKind.Pupil, CallName = "Mila", Surname = "Vos", Classes = ["3B"], BornOn = new DateOnly(2012, 1, 1) };
        var content = new DraftContent { Text = "x", Channels = ["website", "facebook"], People = [new(silent.Id, MediaKind.Name)] };
        ConsentRegister Register(Person person, params ConsentRecord[] records) => new([person], records, [], ConsentPolicy.School);
        var yes = TestSchool.Answer(silent.Id, ConsentValue.Granted, Now.AddDays(-9));
        var without = ConsentTable.Of(content, Register(silent), ChannelRegister.School, Now);
        var hidden = ConsentTable.Of(content, Register(silent with { Protected = true }, yes), ChannelRegister.School, Now);
        Assert.Equal(without.Rows.Select(r => (r.Name, r.How, string.Join(',', r.Yes))), hidden.Rows.Select(r => (r.Name, r.How, string.Join(',', r.Yes))));
        Assert.All(hidden.Rows, r => Assert.DoesNotContain(true, r.Yes));
    }

    [Fact]
    public void A_text_needs_four_things_and_one_confirmation()
    {
        var (submission, errors) = DraftFieldsMapping.ToSubmission(DraftFieldsMapping.Read(Form(new()
        {
            ["text"] = "Zaterdag is de open dag.\r\nTot dan!",
            ["channels"] = new(["website", "facebook"]),
            ["purpose"] = "informeren",
            ["confirmed"] = "on",
        })));
        Assert.Empty(errors);
        Assert.Equal("Zaterdag is de open dag.\nTot dan!", submission.Text);
        Assert.Equal([Declaration.FactsChecked, Declaration.ThoughtOver], submission.Declarations);
    }

    [Fact]
    public void Without_the_confirmation_nothing_is_handed_in()
    {
        var (_, errors) = DraftFieldsMapping.ToSubmission(new DraftFields { Text = "Open dag", Channels = ["website"] });
        Assert.Equal("confirmed", Assert.Single(errors).Field);
    }

    [Fact]
    public void A_file_asks_its_own_questions()
    {
        var (_, errors) = DraftFieldsMapping.ToSubmission(new DraftFields { Text = "Open dag", Confirmed = true, Files = [new FileFields { Id = "x" }] });
        Assert.Equal(["filesConfirmed", "media[0].recognisable", "media[0].rights", "media[0].situation"], errors.Select(e => e.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Decoration_has_an_empty_description_and_a_forgotten_one_has_none()
    {
        var file = new FileFields { Id = "x", Recognisable = "0", Situation = "les", Rights = "own" };
        var fields = new DraftFields { Text = "x", Confirmed = true, FilesConfirmed = true, Files = [file, file with { Decorative = true }, file with { Alt = "Een lege gang" }] };
        var (submission, errors) = DraftFieldsMapping.ToSubmission(fields);
        Assert.Empty(errors);
        Assert.Equal([null, "", "Een lege gang"], submission.Media!.Select(m => m.Alt)); // three files were given
    }

    [Fact]
    public void A_stored_draft_comes_back_into_the_form_and_out_again_unchanged()
    {
        var content = new DraftContent
        {
            Text = "Bas won.",
            Title = "Winst",
            Channels = ["website"],
            Purpose = "profilering",
            Kind = PostKind.Reply,
            Source = "De krant",
            Byline = "M. Visser",
            Doubt = true,
            PersonalTitle = true,
            People = [new(TestSchool.Bas, MediaKind.Name), new(TestSchool.Roos, MediaKind.Quote)],
            Declarations = [Declaration.KnowsFacts],
            Planned = PlannedTime.TryFromWall(new DateTime(2026, 12, 1, 9, 0, 0), out var planned) ? planned : null,
            Media = [new AttachedMedia { Id = "m", Name = "foto.jpg", Alt = "", Caption = "Winst", Kind = MediaKind.Work, Recognisable = 2, People = [TestSchool.Bas], Maker = "A. Vos", MadeByPupil = true, Rights = RightsBasis.Licence, Situation = "sport", IsLogo = true, Captioned = true }],
        };
        var fields = DraftFieldsMapping.From(content, "hash", p => p.ToString()) with { Confirmed = true, FilesConfirmed = true };
        var (submission, errors) = DraftFieldsMapping.ToSubmission(fields);
        Assert.Empty(errors);
        var (again, wrong) = SubmissionRules.ToContent(
            submission,
            ChannelRegister.School,
            r => PersonId.Parse(r),
            _ => new ReadyMedia.Usable(null!, "foto.jpg", MediaKind.Photo, null, Moderation.Media.Metadata.RightsMarks.None), // the hash plays no part here
            [],
            Now);
        Assert.Empty(wrong);
        // Confirmations are given anew with each version.
        Assert.Equal(DraftStore.HashOf(content with { Declarations = [] }), DraftStore.HashOf(again! with { Declarations = [] })); // no errors
        Assert.Contains(Declaration.KnowsFacts, again.Declarations);
    }

    [Fact]
    public void Errors_about_people_lead_to_the_field_and_line_they_are_about()
    {
        FieldError[] errors = [new("people[1]", new("Wie?", "Who?")), new("people[2]", new("Wie?", "Who?")), new("channels[0]", new("x", "x"))];
        var placed = DraftFieldsMapping.PeopleErrors(errors, new DraftFields { Named = "Bas de Groot\n\nRoos Bakker", Quoted = "Mila Vos" });
        Assert.Equal(["named", "quoted", "channels"], placed.Select(e => e.Field));
        Assert.StartsWith("Regel 2", placed[0].What.Nl, StringComparison.Ordinal);
        Assert.StartsWith("Regel 1", placed[1].What.Nl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("media[0].alt", 0)]
    [InlineData("media[12]", 12)]
    [InlineData("media[]", null)]
    [InlineData("media[-1]", null)]
    [InlineData("text", null)]
    public void The_number_of_a_file_is_read_from_the_field(string field, int? index) => Assert.Equal(index, Wording.MediaIndex(field));

    private static FormCollection Form(Dictionary<string, StringValues> fields) => new(fields);

    private static Finding Found(string field, int start, int end) => new()
    {
        Rule = "R13",
        Action = FindingAction.Warn,
        Field = field,
        Start = start,
        End = end,
        What = new("Wat", "What"),
        Fix = new("Hoe", "How"),
    };
}
