using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using Moderation.Publishing.Channels;
using Moderation.Publishing.Tokens;
using Moderation.Storage;

namespace Moderation.Publishing.Connecting;

/// <summary>Connects the website with an application password of a user of its own (apis.md §8.1): tried before it is kept.</summary>
internal static class WordPressLogin
{
    public const string Channel = "website";

    public static PasswordLogin Create(IHttpClientFactory clients, WordPressSettings settings) => new(
        Channel,
        new(
            "Maak op de website een gebruiker voor deze dienst met de rol auteur of redacteur, en bij diens profiel een applicatiewachtwoord.",
            "Make a user for this service on the website with the role of author or editor, and an application password in its profile."),
        async (name, password, cancellationToken) =>
        {
            using var http = clients.CreateClient(ConnectionClients.HttpClientName);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/wp/v2/users/me?context=edit");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return null;
            answer.EnsureSuccessStatusCode();
            var me = await answer.Content.ReadFromJsonAsync<Me>(Json.Options, cancellationToken);
            return me is { Capabilities: { } may } && may.GetValueOrDefault("publish_posts") && may.GetValueOrDefault("upload_files")
                ? new ChannelToken { Access = password, AccountId = name, AccountName = me.Name }
                : null;
        });

    private sealed record Me(string? Name, [property: JsonPropertyName("capabilities")] IReadOnlyDictionary<string, bool>? Capabilities);
}
