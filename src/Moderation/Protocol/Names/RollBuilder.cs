using System.Buffers;
using System.Runtime.InteropServices;
using Moderation.Consent;

namespace Moderation.Protocol.Names;

/// <summary>Works out under which keys a person can be found and files them.</summary>
internal sealed class RollBuilder
{
    private static readonly SearchValues<char> WithOtherSpelling = SearchValues.Create("äöüÄÖÜåÅøØ");

    public RollBuilder()
    {
        Kinds = [.. Lexicon.Dutch.Kinds];
        Words = [.. Lexicon.Dutch.Numbers.OrderBy(static pair => pair.Value).Select(static pair => pair.Key)];
    }

    public List<RollPerson> People { get; } = [];

    public Dictionary<PersonId, int> Indexes { get; } = [];

    /// <summary>Numbers of the words that the lists do not have.</summary>
    public Dictionary<string, int> WordNumbers { get; } = new(StringComparer.Ordinal);

    public List<WordKinds> Kinds { get; }

    /// <summary>Words by number.</summary>
    public List<string> Words { get; }

    public List<(int Word, int Person)> Calls { get; } = [];

    public List<(int Word, int Person)> Surnames { get; } = [];

    public List<(ulong Pair, int Person)> Pairs { get; } = [];

    public List<(string Handle, int Person)> Handles { get; } = [];

    public List<(string Address, int Person)> Mails { get; } = [];

    public List<(string Number, int Person)> Numbers { get; } = [];

    /// <summary>Class codes, numbered.</summary>
    public Dictionary<string, int> Classes { get; } = new(StringComparer.Ordinal);

    public CallNameTrie CallTrie { get; } = new();

    public Misspellings CallSlips { get; } = new();

    public Misspellings SurnameSlips { get; } = new();

    public static Dictionary<string, int[]> Group(List<(string Key, int Person)> entries) =>
        entries.GroupBy(static e => e.Key, static e => e.Person, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => g.Distinct().ToArray(), StringComparer.Ordinal);

    public void Add(Person person)
    {
        if (!Indexes.TryAdd(person.Id, People.Count))
            return;
        var index = People.Count;
        var parts = SurnameParts(person.Infix, person.Surname);
        var classes = person.Classes.Select(ClassCode.Normalize).Where(static c => c.Length > 0).Distinct().ToArray();
        People.Add(new RollPerson(person, parts, Initials(person), classes));
        foreach (var part in parts)
        {
            Surnames.Add((part.Word, index));
            Kinds[part.Word] |= WordKinds.RollSurname;
            if (person.Kind != PersonKind.Pupil)
                Pairs.Add((PairKey.AddressedSurname(part.Word), index));
        }
        AddCallName(person.CallName, index, parts);
        if (FirstToken(person.GivenNames) is { } given)
            AddPairs(Word(given), index, parts);
        AddKeys(person.GivenNames, index, parts, alone: false);
        foreach (var alias in person.Aliases)
            AddAlias(alias, index, parts);
        AddInitials(person, index, parts);
        foreach (var handle in person.Handles)
            Handles.Add((handle.Trim().TrimStart('@').ToLowerInvariant(), index));
        if (!string.IsNullOrWhiteSpace(person.Email))
            Mails.Add((person.Email.Trim().ToLowerInvariant(), index));
        if (person.StudentNumber?.Trim() is { Length: >= 4 } number)
            Numbers.Add((number, index));
        foreach (var code in classes)
            Classes.TryAdd(code, Classes.Count);
    }

    private static string? FirstToken(string? names) => Keys(names).FirstOrDefault();

    private static List<string> Keys(string? names)
    {
        var keys = new List<string>();
        if (string.IsNullOrWhiteSpace(names))
            return keys;
        var text = NameText.Read("roll", names);
        foreach (ref readonly var token in text.Tokens)
            keys.Add(text.Key(token).ToString());
        return keys;
    }

    /// <summary>"Müller" is also written "Mueller".</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        yield return name;
        if (name.AsSpan().ContainsAny(WithOtherSpelling))
        {
            yield return name.Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase)
                .Replace("ü", "ue", StringComparison.OrdinalIgnoreCase).Replace("å", "aa", StringComparison.OrdinalIgnoreCase)
                .Replace("ø", "oe", StringComparison.OrdinalIgnoreCase);
        }
    }

    private int Word(string key)
    {
        if (Lexicon.Dutch.Numbers.TryGetValue(key, out var listed))
            return listed;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(WordNumbers, key, out var exists);
        if (!exists)
        {
            number = Kinds.Count;
            Kinds.Add(WordKinds.None);
            Words.Add(key);
        }
        return number;
    }

    private static bool IsInfix(string key) =>
        Lexicon.Dutch.Numbers.TryGetValue(key, out var word) && (Lexicon.Dutch.Kinds[word] & WordKinds.Infix) != 0;

    private SurnamePart[] SurnameParts(string? infix, string surname)
    {
        // Many share a surname; its parts are worked out once.
        if (surnameParts.TryGetValue((infix, surname), out var known))
            return known;
        var parts = new List<SurnamePart>();
        foreach (var spelling in Spellings(surname))
            AddParts(infix, spelling, parts);
        return surnameParts[(infix, surname)] = [.. parts.DistinctBy(static p => p.Word)];
    }

    private readonly Dictionary<(string? Infix, string Surname), SurnamePart[]> surnameParts = [];

    private void AddParts(string? infix, string surname, List<SurnamePart> parts)
    {
        var lead = Keys(infix);
        var rest = Keys(surname);
        // Imports leave the tussenvoegsel in the surname; it is one all the same.
        while (rest.Count > 1 && lead.Count < 4 && IsInfix(rest[0]))
        {
            lead.Add(rest[0]);
            rest.RemoveAt(0);
        }
        if (rest.Count == 0)
            return;
        var names = rest.Count(key => !IsInfix(key));
        var pending = new List<string>(lead);
        foreach (var key in rest)
        {
            if (names > 0 && IsInfix(key))
            {
                pending.Add(key);
                continue;
            }
            if (key.Length > 1 || rest.Count == 1)
                Part(key, pending, rest.Count == 1);
            pending.Clear();
        }
        var joined = string.Concat(rest);
        if (rest.Count > 1)
            Part(joined, lead, true);
        if (lead.Count > 0)
        {
            Part(InfixForm.Join(lead) + joined, [], true);
            Part(InfixForm.Initials(lead) + joined, [], true);
            if (lead.Contains("het"))
                Part(string.Concat(lead) + joined, [], true);
        }

        void Part(string key, List<string> before, bool whole)
        {
            var word = Word(key);
            SurnameSlips.Add(key, word);
            parts.Add(new SurnamePart(word, InfixForm.Join(before), InfixForm.Initials(before), whole));
        }
    }

    private void AddCallName(string name, int index, SurnamePart[] parts)
    {
        foreach (var spelling in Spellings(name))
            AddKeys(spelling, index, parts, alone: true);
    }

    private void AddKeys(string? names, int index, SurnamePart[] parts, bool alone)
    {
        var keys = Keys(names);
        if (keys.Count == 0)
            return;
        var joined = string.Concat(keys);
        var call = Word(joined);
        if (alone)
        {
            Calls.Add((call, index));
            CallTrie.Add(joined, call);
            CallSlips.Add(joined, call);
        }
        AddPairs(call, index, parts);
        if (keys.Count == 1)
            return;
        Kinds[Word(keys[0])] |= WordKinds.DoubleStart;
        if (!alone)
            return;
        // Anne-Fleur is also called Anne or Fleur, but then only a surname tells that it is she.
        foreach (var half in keys.Where(static k => k.Length > 2))
        {
            var word = Word(half);
            Kinds[word] |= WordKinds.NameStart;
            foreach (var part in parts)
                Pairs.Add((PairKey.HalfCall(word, part.Word), index));
        }
    }

    private void AddAlias(string alias, int index, SurnamePart[] parts)
    {
        var keys = Keys(alias);
        if (keys.Count < 2)
        {
            AddKeys(alias, index, parts, alone: true);
            return;
        }
        // "Bep de Vries" as an alias is a call name with a surname; "Anne Fleur" is a call name of two words. Both are filed.
        var own = SurnameParts(null, string.Join(' ', keys.Skip(1)));
        var call = Word(keys[0]);
        Kinds[call] |= WordKinds.NameStart;
        foreach (var part in own)
            Pairs.Add((PairKey.Full(call, part.Word), index));
        if (!keys.Skip(1).Any(IsInfix) && !parts.Any(part => Words[part.Word] == keys[^1]))
            AddKeys(alias, index, parts, alone: true);
    }

    private void AddPairs(int call, int index, SurnamePart[] parts)
    {
        Kinds[call] |= WordKinds.NameStart;
        foreach (var part in parts)
            Pairs.Add((PairKey.Full(call, part.Word), index));
        if (parts.Length > 0)
        {
            var surname = Words[parts[0].Word];
            Pairs.Add((PairKey.CallInitial(call, surname[0]), index));
        }
    }

    private void AddInitials(Person person, int index, SurnamePart[] parts)
    {
        var initials = new HashSet<char>(People[index].Initials.Take(1));
        foreach (var name in (string?[])[person.CallName, person.GivenNames])
        {
            if (FirstToken(name) is { } key)
                initials.Add(key[0]);
        }
        foreach (var initial in initials)
        {
            foreach (var part in parts)
                Pairs.Add((PairKey.InitialSurname(initial, part.Word), index));
        }
    }

    private static string Initials(Person person)
    {
        var known = Keys(person.Initials);
        // "J.P." and "JP" are both in use.
        if (known is [{ Length: > 1 } run] && person.Initials!.All(static c => !char.IsLower(c))) // a key means there are initials
            return run;
        return string.Concat((known.Count > 0 ? known : Keys(person.GivenNames)).Select(static k => k[..1]));
    }
}
