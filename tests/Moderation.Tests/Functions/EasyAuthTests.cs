using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Functions;

/// <summary>Who the platform says is there, through the compiled catch-all.</summary>
[Collection(nameof(FunctionsFixture))]
public sealed class EasyAuthTests(FunctionsFixture azure) : IAsyncLifetime
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string Mapped = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    private FunctionsProcess? process;

    private FunctionsProcess Process => process ?? throw new InvalidOperationException("The program has not started.");

    public async ValueTask InitializeAsync() => process = await FunctionsProcess.StartAsync(azure.Settings());

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("False")]
    [InlineData("")]
    [InlineData("1")]
    public async Task Header_counts_for_nothing_where_the_platform_does_not_stand_in_front(string? enabled)
    {
        var settings = azure.Settings();
        settings["WEBSITE_AUTH_ENABLED"] = enabled;
        await using var open = await FunctionsProcess.StartAsync(settings);
        Assert.Equal(401, (await GetAsync(open, "/api/drafts", FunctionsFixture.SignIn(TestSchool.Author))).Status);
    }

    [Theory]
    [InlineData("roles", "submitter", 200)]
    [InlineData(Mapped, "submitter", 200)]
    [InlineData("urn:school:role", "submitter", 200)] // what role_typ names
    [InlineData("roles", "privacy-officer", 403)]
    [InlineData("roles", "Submitter", 403)]
    [InlineData("groups", "submitter", 403)]
    [InlineData("roles", null, 403)]
    public async Task Roles_decide_what_the_api_answers(string type, string? role, int expected) => Assert.Equal(
        expected,
        (await GetAsync(Process, "/api/drafts", FunctionsFixture.Encode(new
        {
            auth_typ = "aad",
            role_typ = "urn:school:role",
            claims = (object[])[new { typ = "oid", val = "a-1" }, new { typ = "name", val = "A" }, new { typ = type, val = role }],
        }))).Status);

    [Theory]
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1"},{"typ":"roles","val":"submitter"}]}""", 200)] // another system of the school: no name
    [InlineData("""{"claims":[null,{"typ":"oid","val":"a-1"},{"typ":"roles","val":"submitter"}]}""", 200)]
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1"},{"typ":null,"val":"submitter"}],"role_typ":null}""", 403)]
    [InlineData("""{"claims":[{"typ":"name","val":"A"},{"typ":"roles","val":"submitter"}]}""", 401)] // nobody in particular
    [InlineData("""{"claims":[{"typ":"oid","val":" "},{"typ":"roles","val":"submitter"}]}""", 401)]
    [InlineData("""{"claims":[{"typ":"oid","val":"a/1"},{"typ":"roles","val":"submitter"}]}""", 401)] // no table key
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1"},{"typ":"oid","val":"a-1"},{"typ":"roles","val":"submitter"},{"typ":"roles","val":"submitter"}]}""", 200)] // said twice
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1"},{"typ":"oid","val":"a-2"},{"typ":"roles","val":"submitter"}]}""", 401)] // two people at once
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1"},{"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"a-2"},{"typ":"roles","val":"submitter"}]}""", 401)]
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1"},{"typ":"roles","val":"submitter"}],"claims":[{"typ":"oid","val":"a-2"},{"typ":"roles","val":"management"}]}""", 401)]
    [InlineData("""{"claims":[{"typ":"oid","val":"a-1","val":"a-2"},{"typ":"roles","val":"submitter"}]}""", 401)]
    [InlineData("""{"claims":[{"typ":1,"val":"a-1"}]}""", 401)]
    [InlineData("""{"claims":[null]}""", 401)]
    [InlineData("""{"claims":null}""", 401)]
    [InlineData("""{"claims":"submitter"}""", 401)]
    [InlineData("{}", 401)]
    [InlineData("[]", 401)]
    [InlineData("null", 401)]
    [InlineData("\"submitter\"", 401)]
    [InlineData("{ kapot", 401)]
    [InlineData("", 401)]
    public async Task Principal_that_cannot_be_read_is_nobody(string json, int expected) =>
        Assert.Equal(expected, (await GetAsync(Process, "/api/drafts", FunctionsFixture.EncodeText(json))).Status);

    [Fact]
    public async Task Header_that_is_no_base64_is_nobody()
    {
        var good = FunctionsFixture.SignIn(TestSchool.Author);
        foreach (var header in (string[])["%%%", "submitter", good[..^2], good + "!", "Bearer " + good, new UTF8Encoding(false).GetString([0xC3, 0xA9])])
            Assert.Equal(401, (await GetAsync(Process, "/api/drafts", header)).Status);
        Assert.Equal(401, (await GetAsync(Process, "/api/drafts", Convert.ToBase64String([0xFF, 0xFE, 0x00]))).Status);
    }

    [Fact]
    public async Task Two_headers_are_nobody()
    {
        var good = FunctionsFixture.SignIn(TestSchool.Author);
        Assert.Equal(200, (await GetAsync(Process, "/api/drafts", good)).Status);
        Assert.Equal(401, (await GetAsync(Process, "/api/drafts", new StringValues([good, good]))).Status);
        Assert.Equal(401, (await GetAsync(Process, "/api/drafts", $"{good}, {good}")).Status); // as a proxy folds them
    }

    [Fact]
    public async Task Long_list_of_groups_is_read_and_an_endless_one_is_not()
    {
        Assert.Equal(200, (await GetAsync(Process, "/api/drafts", WithGroups(500))).Status);
        Assert.Equal(401, (await GetAsync(Process, "/api/drafts", WithGroups(5_000))).Status);
    }

    [Theory]
    [InlineData("/drafts", "?page=2", "/.auth/login/aad?post_login_redirect_uri=%2Fdrafts%3Fpage%3D2")]
    [InlineData("/", "", "/.auth/login/aad?post_login_redirect_uri=%2F")]
    [InlineData("//elders.example/x", "", "/.auth/login/aad?post_login_redirect_uri=%2F")]
    [InlineData("/\\elders.example/x", "", "/.auth/login/aad?post_login_redirect_uri=%2F")]
    public async Task Page_sends_who_is_not_signed_in_to_the_platform_and_back_to_this_site(string path, string query, string location)
    {
        var (status, headers) = await GetAsync(Process, path, StringValues.Empty, query);
        Assert.Equal(302, status);
        Assert.Equal(location, headers.Location);
    }

    [Fact]
    public async Task Sign_in_that_is_not_there_is_not_sent_round_for_ever()
    {
        Assert.Equal(401, (await GetAsync(Process, "/.auth/login/aad", StringValues.Empty, "?post_login_redirect_uri=%2F")).Status);
        var settings = azure.Settings();
        settings["WEBSITE_AUTH_ENABLED"] = "false";
        await using var open = await FunctionsProcess.StartAsync(settings);
        Assert.Equal(401, (await GetAsync(open, "/drafts", StringValues.Empty)).Status);
    }

    [Fact]
    public async Task Change_without_signing_in_is_refused_and_with_the_wrong_role_too()
    {
        Assert.Equal(401, (await GetAsync(Process, "/api/stop", StringValues.Empty, "", "POST")).Status);
        Assert.Equal(403, (await GetAsync(Process, "/api/stop", FunctionsFixture.SignIn(TestSchool.Author), "", "POST")).Status);
    }

    private static string WithGroups(int count) => FunctionsFixture.Encode(new
    {
        auth_typ = "aad",
        claims = (object[])
        [
            new { typ = "oid", val = "a-1" },
            new { typ = "roles", val = "submitter" },
            .. Enumerable.Range(0, count).Select(i => new { typ = "groups", val = new Guid(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]).ToString() }),
        ],
    });

    private static async Task<(int Status, IHeaderDictionary Headers)> GetAsync(
        FunctionsProcess to, string path, StringValues header, string query = "", string method = "GET")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("moderatie.example");
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        context.Response.Body = new MemoryStream();
        if (header.Count > 0)
            context.Request.Headers[Header] = header;
        await to.InvokeAsync(context);
        return (context.Response.StatusCode, context.Response.Headers);
    }
}
