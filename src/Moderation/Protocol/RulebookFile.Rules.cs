using System.Text.Json;

namespace Moderation.Protocol;

internal sealed partial class RulebookFile
{
    /// <summary>The rest of a rule's entry: kind, what it does and checks, and where it is enforced. Left out, it says nothing.</summary>
    private Rule Detailed(JsonElement item, string where, Rule rule) => rule with
    {
        Kind = OneOf(item, where, "kind", RuleKind.Process),
        Does = OneOf(item, where, "does", FindingAction.Hold),
        Checks = Checks(item, where) ?? rule.Title,
        Where = item.TryGetProperty("where", out var types) ? Strings($"{where}.where", types, static t => t.Contains('.', StringComparison.Ordinal), "a type such as Protocol.Rules.Links") : [],
        Later = item.TryGetProperty("later", out var later) ? later.GetString() : null,
    };

    private T OneOf<T>(JsonElement item, string where, string key, T otherwise)
        where T : struct, Enum
    {
        if (!item.TryGetProperty(key, out var value))
            return otherwise;
        if (value.ValueKind == JsonValueKind.String && Enum.TryParse<T>(value.GetString(), ignoreCase: true, out var one) && Enum.IsDefined(one))
            return one;
        errors.Add($"'{where}.{key}' must be one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
        return otherwise;
    }

    private Words? Checks(JsonElement item, string where)
    {
        if (!item.TryGetProperty("checks", out var checks))
            return null;
        if (checks.ValueKind == JsonValueKind.Object
            && checks.TryGetProperty("nl", out var nl) && nl.ValueKind == JsonValueKind.String
            && checks.TryGetProperty("en", out var en) && en.ValueKind == JsonValueKind.String)
            return new Words(nl.GetString()!, en.GetString()!); // not null: both are strings
        errors.Add($"'{where}.checks' must be an object with nl and en: write what the rule looks at in both languages.");
        return null;
    }

    private Tensions Tensions()
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!root.TryGetProperty("tensions", out var value))
            return new Tensions();
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add("'tensions' must be an object with one choice a key.");
            return new Tensions();
        }
        foreach (var tension in value.EnumerateObject())
            if (!Protocol.Tensions.Choices.TryGetValue(tension.Name, out var choices))
                errors.Add($"'tensions.{tension.Name}' is not one of {string.Join(", ", Protocol.Tensions.Choices.Keys)}: remove it, or correct its spelling.");
            else if (tension.Value.ValueKind == JsonValueKind.String && choices.Contains(tension.Value.GetString(), StringComparer.Ordinal))
                chosen[tension.Name] = tension.Value.GetString()!; // not null: a string
            else
                errors.Add($"'tensions.{tension.Name}' must be one of {string.Join(", ", choices)}.");
        return new Tensions(chosen);
    }
}
