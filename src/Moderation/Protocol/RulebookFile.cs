using System.Text.Json;
using Moderation.Protocol.Reading;

namespace Moderation.Protocol;

/// <summary>Reads a rulebook from JSON, gathering every mistake before it gives up.</summary>
internal sealed partial class RulebookFile
{
    private static readonly string[] Keys =
    [
        "version", "rules", "schoolAliases", "phoneNumbers", "mailAddresses", "addresses", "accountNumbers", "schoolDomains", "allowedDomains",
        "blockedDomains", "blockedTerms", "shorteners", "handles", "disclaimer", "logoHashes", "coreValues", "bylines", "partners", "amountThreshold", "lexicon", "tensions",
    ];

    private readonly List<string> errors = [];
    private readonly JsonElement root;

    private RulebookFile(JsonElement root) => this.root = root;

    public static Rulebook Read(Stream json)
    {
        using var document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new RulebookException(["The file must hold one JSON object."]);
        var file = new RulebookFile(document.RootElement);
        var rulebook = file.Read();
        return file.errors.Count == 0 ? rulebook : throw new RulebookException(file.errors);
    }

    private static JsonDocument Parse(Stream json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw new RulebookException([$"The file is not JSON (line {e.LineNumber + 1})."]);
        }
    }

    private Rulebook Read()
    {
        foreach (var property in root.EnumerateObject())
            if (!Keys.Contains(property.Name, StringComparer.Ordinal))
                errors.Add($"Unknown key '{property.Name}': remove it, or correct its spelling.");
        return new Rulebook
        {
            Version = Text("version", required: true),
            Rules = Rules(),
            SchoolAliases = List("schoolAliases", required: true),
            PhoneNumbers = List("phoneNumbers", valid: static p => p.Count(char.IsAsciiDigit) >= 3, shape: "a telephone number"),
            MailAddresses = List("mailAddresses", valid: static m => m.Contains('@', StringComparison.Ordinal), shape: "a mail address"),
            Addresses = List("addresses"),
            AccountNumbers = List("accountNumbers"),
            SchoolDomains = List("schoolDomains", valid: IsDomain, shape: "a domain such as school.example"),
            AllowedDomains = List("allowedDomains", valid: IsDomain, shape: "a domain such as school.example"),
            BlockedDomains = List("blockedDomains", valid: IsDomain, shape: "a domain such as school.example"),
            BlockedTerms = List("blockedTerms", valid: static t => t.Any(char.IsLetterOrDigit), shape: "a word or phrase, perhaps with * at its end"),
            Shorteners = List("shorteners", valid: IsDomain, shape: "a domain such as school.example"),
            Handles = [.. List("handles").Select(static h => h.TrimStart('@').ToLowerInvariant())],
            Disclaimer = Text("disclaimer", required: true),
            LogoHashes = List("logoHashes", valid: static h => h.Length == 64 && h.All(char.IsAsciiHexDigitLower), shape: "a SHA-256 in lower-case hex"),
            CoreValues = List("coreValues"),
            Bylines = List("bylines"),
            Partners = List("partners"),
            AmountThreshold = Amount("amountThreshold"),
            Lexicon = Words(),
            Tensions = Tensions(),
        };
    }

    private string Text(string key, bool required = false)
    {
        if (root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        if (required || root.TryGetProperty(key, out _))
            errors.Add($"'{key}' must be a text that is not empty: write one between quotation marks.");
        return "";
    }

    private decimal Amount(string key)
    {
        if (!root.TryGetProperty(key, out var value))
            return 5_000;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) && amount > 0)
            return amount;
        errors.Add($"'{key}' must be a number of euros above zero, such as 5000.");
        return 0;
    }

    private List<string> List(string key, bool required = false, Func<string, bool>? valid = null, string shape = "")
    {
        if (!root.TryGetProperty(key, out var value))
        {
            if (required)
                errors.Add($"'{key}' is missing: add a list, which may be empty.");
            return [];
        }
        return Strings(key, value, valid, shape);
    }

    private List<string> Strings(string key, JsonElement value, Func<string, bool>? valid, string shape)
    {
        var items = new List<string>();
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"'{key}' must be a list of texts: write it between [ and ].");
            return items;
        }
        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(item.GetString()))
                errors.Add($"'{key}[{at}]' must be a text that is not empty.");
            else if (valid is not null && !valid(item.GetString()!)) // not null: a string element
                errors.Add($"'{key}[{at}]' is not {shape}: correct it or remove it.");
            else
                items.Add(item.GetString()!.Trim()); // not null: a string element
            at++;
        }
        return items;
    }

    private Dictionary<string, Rule> Rules()
    {
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        if (!root.TryGetProperty("rules", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            errors.Add("'rules' must be a list with at least one rule.");
            return rules;
        }
        var at = 0;
        foreach (var item in list.EnumerateArray())
        {
            var where = $"rules[{at++}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                errors.Add($"'{where}' must be an object with id, article, nl and en.");
                continue;
            }
            string? Part(string name)
            {
                if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
                    return value.GetString();
                errors.Add($"'{where}.{name}' must be a text that is not empty.");
                return null;
            }
            var (id, article, nl, en) = (Part("id"), Part("article"), Part("nl"), Part("en"));
            if (id is not null && (id.Length != 3 || !char.IsAsciiLetterUpper(id[0]) || !char.IsAsciiDigit(id[1]) || !char.IsAsciiDigit(id[2])))
                errors.Add($"'{where}.id' must be a capital and two digits, such as R13.");
            if (id is null || article is null || nl is null || en is null)
                continue;
            if (!rules.TryAdd(id, Detailed(item, where, new Rule(id, article, new Words(nl, en)))))
                errors.Add($"'{where}.id' is there twice: {id}. Keep one of them.");
        }
        return rules;
    }

    private Lexicon Words()
    {
        if (!root.TryGetProperty("lexicon", out var value))
            return Lexicon.Default;
        var more = new Dictionary<LexiconSection, IReadOnlyList<string>>();
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add("'lexicon' must be an object of lists.");
            return Lexicon.Default;
        }
        foreach (var list in value.EnumerateObject())
        {
            if (Enum.TryParse<LexiconSection>(list.Name, ignoreCase: true, out var section) && !char.IsAsciiDigit(list.Name[0]))
                more[section] = Strings($"lexicon.{list.Name}", list.Value, valid: null, shape: "");
            else
                errors.Add($"'lexicon.{list.Name}' is not one of {string.Join(", ", Enum.GetNames<LexiconSection>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
        }
        return Lexicon.Default.With(more);
    }

    private static bool IsDomain(string domain) =>
        Uri.CheckHostName(domain) == UriHostNameType.Dns && domain.Contains('.', StringComparison.Ordinal)
        && domain.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
}
