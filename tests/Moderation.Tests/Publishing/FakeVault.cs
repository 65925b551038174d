using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;

namespace Moderation.Tests.Publishing;

/// <summary>
/// The secrets of a Key Vault behind the real client: the challenge before the first answer, a version a write, versions that
/// can be disabled, and a deleted secret whose name stays taken, as purge protection has it
/// (learn.microsoft.com/rest/api/keyvault/secrets).
/// </summary>
internal sealed class FakeVault : HttpMessageHandler
{
    private static readonly Uri Address = new("https://school.vault.azure.net");
    private readonly Dictionary<string, List<Version>> secrets = new(StringComparer.Ordinal);
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);

    public SecretClient Client => new(Address, new Credential(), new SecretClientOptions { Transport = new HttpClientTransport(this), Retry = { MaxRetries = 0 } });

    /// <summary>Answers with this instead, once it is set.</summary>
    public HttpStatusCode? Fails { get; set; }

    /// <summary>Values that anybody with the vault's rights can still read.</summary>
    public IEnumerable<string> Readable(string name) => secrets[name].Where(v => v.Enabled).Select(v => v.Value);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is null)
        {
            var challenge = new HttpResponseMessage(HttpStatusCode.Unauthorized);
            challenge.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer authorization=\"https://login.microsoftonline.com/t\", resource=\"https://vault.azure.net\"");
            return challenge;
        }

        if (Fails is { } status)
            return new HttpResponseMessage(status);
        var path = request.RequestUri!.Segments.Skip(2).Select(s => s.TrimEnd('/')).ToList(); // the client always gives an address
        var versions = secrets.GetValueOrDefault(path[0]);
        return (request.Method.Method, path.ElementAtOrDefault(1)) switch
        {
            _ when deleted.Contains(path[0]) && request.Method == HttpMethod.Put => Error(HttpStatusCode.Conflict, "ObjectIsDeletedButRecoverable"),
            ("PUT", _) => Answer(Add(path[0], await BodyAsync(request, cancellationToken)), withValue: true),
            _ when versions is null || deleted.Contains(path[0]) => Error(HttpStatusCode.NotFound, "SecretNotFound"),
            ("GET", "versions") => Json(new { value = versions.Select(v => v.Bundle(withValue: false)) }),
            ("GET", null or "") when versions[^1] is { Enabled: false } => Error(HttpStatusCode.Forbidden, "SecretDisabled"),
            ("GET", _) => Answer(versions[^1], withValue: true),
            ("PATCH", { } id) => Answer(Change(versions.Single(v => v.Id == id), await BodyAsync(request, cancellationToken)), withValue: false),
            ("DELETE", _) => Deleted(path[0], versions[^1]),
            _ => new HttpResponseMessage(HttpStatusCode.MethodNotAllowed),
        };
    }

    private static async Task<JsonElement> BodyAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await request.Content!.ReadFromJsonAsync<JsonElement>(cancellationToken); // what is put or patched has a body

    private static Version Change(Version version, JsonElement body)
    {
        version.Enabled = body.GetProperty("attributes").GetProperty("enabled").GetBoolean();
        return version;
    }

    private static HttpResponseMessage Answer(Version version, bool withValue) => Json(version.Bundle(withValue));

    private static HttpResponseMessage Error(HttpStatusCode status, string code) => Json(new { error = new { code, message = code } }, status);

    private static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = JsonContent.Create(body) };

    private Version Add(string name, JsonElement body)
    {
        if (!secrets.TryGetValue(name, out var versions))
            secrets[name] = versions = [];
        var type = body.TryGetProperty("contentType", out var given) ? given.GetString() : null;
        versions.Add(new Version(name, $"v{versions.Count + 1}", body.GetProperty("value").GetString()!, type)); // a put without a value is a mistake
        return versions[^1];
    }

    private HttpResponseMessage Deleted(string name, Version newest)
    {
        deleted.Add(name);
        return Answer(newest, withValue: false);
    }

    private sealed class Version(string name, string id, string value, string? type)
    {
        public string Id => id;

        public string Value => value;

        public bool Enabled { get; set; } = true;

        public object Bundle(bool withValue) =>
            new { id = new Uri(Address, $"/secrets/{name}/{id}"), value = withValue ? value : null, contentType = type, attributes = new { enabled = Enabled } };
    }

    private sealed class Credential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
