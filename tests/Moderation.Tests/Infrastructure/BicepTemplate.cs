using System.Text.Json;

namespace Moderation.Tests.Infrastructure;

/// <summary>A compiled template, and within it those of its modules.</summary>
/// <param name="Path">Where it stands: main, main/storage, main/endpoints/endpoints, …</param>
internal sealed record BicepTemplate(string Path, JsonElement Json)
{
    /// <summary>This template and every one under it.</summary>
    public IEnumerable<BicepTemplate> All()
    {
        yield return this;
        foreach (var resource in Members("resources"))
            if (resource.Value.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty("template", out var nested))
                foreach (var template in new BicepTemplate($"{Path}/{resource.Name}", nested).All())
                    yield return template;
    }

    /// <summary>The parameters, variables, resources or outputs of this template, by name.</summary>
    public IEnumerable<JsonProperty> Members(string kind) =>
        Json.TryGetProperty(kind, out var members) && members.ValueKind == JsonValueKind.Object ? members.EnumerateObject() : [];

    /// <summary>Every string anywhere in it: names, values and expressions.</summary>
    public IEnumerable<string> Strings() => Strings(Json);

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!], // its kind is string
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
