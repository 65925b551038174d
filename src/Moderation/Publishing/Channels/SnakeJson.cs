using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Publishing.Channels;

/// <summary>JSON of channels whose fields are written <c>like_this</c>. Lenient where we read, exact where we write.</summary>
internal static class SnakeJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads an answer; may be called more than once for the same one.</summary>
    /// <exception cref="JsonException">It is something else, e.g. the HTML page of a proxy.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class =>
        JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync(cancellationToken), Options) ?? throw new JsonException("Expected an object, found null.");

    public static HttpContent Body(object value) => new StringContent(JsonSerializer.Serialize(value, Options), System.Text.Encoding.UTF8, "application/json");
}
