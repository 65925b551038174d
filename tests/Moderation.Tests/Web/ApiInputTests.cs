using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Web;

/// <summary>What the API says to a client that gets it wrong. None of these reach storage.</summary>
public sealed class ApiInputTests
{
    private const string Secret = "Geheimwoord";

    [Theory]
    [InlineData("{\"text\": \"Geheimwoord\", ", "")]
    [InlineData("{\"text\": [\"Geheimwoord\"]}", "text")]
    [InlineData("{\"text\": \"a\", \"channels\": \"Geheimwoord\"}", "channels")]
    [InlineData("{\"text\": \"a\", \"kind\": \"Geheimwoord\"}", "kind")]
    [InlineData("{\"text\": \"a\", \"text\": \"Geheimwoord\"}", "text")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("Geheimwoord", "")]
    public async Task Malformed_JSON_names_field_and_remedy_and_repeats_nothing(string body, string field)
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var answer = await client.PostAsync("/api/drafts", Json(body));
        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest);
        var errors = problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ToList();
        Assert.Single(errors);
        if (field.Length > 0)
            Assert.StartsWith(field, errors[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once_in_both_languages()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var answer = await client.PostAsync("/api/drafts", Json("""{"channels":["myspace"],"purpose":"zomaar","plannedAt":"morgen"}"""));
        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest);
        string[] expected = ["channels[0]", "plannedAt", "purpose", "text"];
        Assert.Equal(expected, problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.Equal(expected, problem.GetProperty("errorsEn").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
        Assert.NotEqual(problem.GetProperty("detail").GetString(), problem.GetProperty("detailEn").GetString());
    }

    [Fact]
    public async Task Nobody_hands_in_under_another_name()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var answer = await client.PostAsync("/api/drafts", Json("""{"text":"Open dag","channels":["website"],"submitter":{"id":"j.vandenberg","name":"Jeroen"}}"""));
        Assert.True((await ProblemAsync(answer, HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty("submitter", out _));
    }

    [Theory]
    [InlineData("/api/media/0123456789abcdef0123456789abcdef/blocks/0", "PUT", "application/octet-stream", 200_000_000)]
    [InlineData("/api/drafts", "POST", "application/json", 2_000_000)]
    [InlineData("/api/check", "POST", "application/json", 2_000_000)]
    public async Task What_is_too_large_is_refused_with_what_to_do_instead(string path, string method, string type, long size)
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StreamContent(new Zeros(size)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Content.Headers.ContentLength = size;
        using var answer = await client.SendAsync(request);
        var problem = await ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("blokken van hooguit 8 MB", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("blocks of at most 8 MB", problem.GetProperty("detailEn").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_counted_all_the_same()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/drafts") { Content = new StreamContent(new Zeros(3_000_000)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var answer = await client.SendAsync(request);
        await ProblemAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_form_that_is_too_large_gets_a_page()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/drafts/new") { Content = new StreamContent(new Zeros(120_000_000)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        request.Content.Headers.ContentLength = 120_000_000;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("100 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(TestSchool.Author);
        using var answer = await client.PostAsync("/api/drafts", new StringContent("{}", Encoding.UTF8, "text/plain"));
        await ProblemAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task One_person_can_hand_in_only_so_often_and_others_go_on()
    {
        await using var site = await WebSite.StartAsync(settings: new Dictionary<string, string?> { ["Web:SubmissionsPerMinute"] = "3" });
        using var client = site.As(TestSchool.Author);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/api/drafts", Json("{}"))).StatusCode);
        using var answer = await client.PostAsync("/api/drafts", Json("{}"));
        await ProblemAsync(answer, HttpStatusCode.TooManyRequests);
        Assert.True(answer.Headers.Contains("Retry-After"));
        using var other = site.As(TestSchool.Approver);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsync("/api/drafts", Json("{}"))).StatusCode);
    }

    [Fact]
    public async Task The_API_document_describes_every_route_of_the_API()
    {
        await using var site = await WebSite.StartAsync();
        using var client = site.As(null);
        var document = JsonDocument.Parse(await client.GetStringAsync("/api/openapi.json")).RootElement;
        var paths = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var endpoint in site.Endpoints.Select(e => "/" + e.RoutePattern.RawText?.Trim('/')).Where(p => p.StartsWith("/api/", StringComparison.Ordinal) && !p.Contains("documentName", StringComparison.Ordinal)).Distinct())
            Assert.Contains(endpoint.Replace(":int", "", StringComparison.Ordinal), paths);
        Assert.All(paths, p => Assert.StartsWith("/api/", p, StringComparison.Ordinal));
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("Submission").GetProperty("properties").TryGetProperty("clientReference", out _));
    }

    internal static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
        Assert.NotEqual("", problem.GetProperty("detailEn").GetString());
        return problem;
    }

    /// <summary>A large body that takes no memory.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, left);
            Array.Fill(buffer, (byte)' ', offset, read);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
