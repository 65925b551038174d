using System.Diagnostics.CodeAnalysis;
using Moderation.Consent;

namespace Moderation.Protocol.Names;

/// <summary>
/// Everybody the school knows, indexed by folded name so that reading a text costs the same for a hundred people as for a
/// hundred thousand. Immutable; build it once per version of the register.
/// </summary>
public sealed class Roll
{
    private const int NoClass = -1;
    private const int SeveralClasses = -2;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordNumbers;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> handles;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> mails;
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> numbers;
    private readonly Dictionary<string, int> classes;
    private readonly Dictionary<PersonId, int> indexes;
    private readonly WordKinds[] kinds;

    internal Roll(RollBuilder built)
    {
        People = [.. built.People];
        Ids = [.. built.People.Select(static p => p.Id)];
        ClassNumbers = [.. built.People.Select(p => p.Classes.Length switch
        {
            0 => NoClass,
            1 => built.Classes[p.Classes[0]],
            _ => SeveralClasses,
        })];
        kinds = [.. built.Kinds];
        wordNumbers = built.WordNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        Words = [.. built.Words];
        handles = RollBuilder.Group(built.Handles).GetAlternateLookup<ReadOnlySpan<char>>();
        mails = RollBuilder.Group(built.Mails).GetAlternateLookup<ReadOnlySpan<char>>();
        numbers = RollBuilder.Group(built.Numbers).GetAlternateLookup<ReadOnlySpan<char>>();
        classes = built.Classes;
        indexes = built.Indexes;
        Calls = new Postings<int>(built.Calls);
        Surnames = new Postings<int>(built.Surnames);
        Pairs = new Postings<ulong>(built.Pairs);
        CallTrie = built.CallTrie;
        CallSlips = built.CallSlips;
        SurnameSlips = built.SurnameSlips;
        HasOthers = Array.Exists(People, static p => !p.IsPupilOrStaff);
        HasNumbers = built.Numbers.Count > 0;
    }

    /// <summary>How many people are on it.</summary>
    public int Count => People.Length;

    internal RollPerson[] People { get; }

    /// <summary>Ids by index. Flat, as is the next, because a common call name asks for hundreds.</summary>
    internal PersonId[] Ids { get; }

    private int[] ClassNumbers { get; }

    internal string[] Words { get; }

    /// <summary>People by call name or alias.</summary>
    internal Postings<int> Calls { get; }

    /// <summary>People by part of their surname.</summary>
    internal Postings<int> Surnames { get; }

    /// <summary>People by <see cref="PairKey"/>.</summary>
    internal Postings<ulong> Pairs { get; }

    internal CallNameTrie CallTrie { get; }

    internal Misspellings CallSlips { get; }

    internal Misspellings SurnameSlips { get; }

    internal bool HasNumbers { get; }

    /// <summary>Parents or guests are on it as well.</summary>
    internal bool HasOthers { get; }

    /// <summary>Indexes people. Someone who is listed twice under one id counts once, by the first row.</summary>
    public static Roll Build(IEnumerable<Person> people)
    {
        var builder = new RollBuilder();
        foreach (var person in people)
            builder.Add(person);
        return new Roll(builder);
    }

    // Most words of a text are in the lists, which stay the same and near at hand however long the roll.
    internal int WordNumber(ReadOnlySpan<char> key) =>
        Lexicon.Dutch.TryNumber(key, out var number) || wordNumbers.TryGetValue(key, out number) ? number : -1;

    internal WordKinds KindsOf(int word) => word < 0 ? WordKinds.None : kinds[word];

    internal bool TryHandle(ReadOnlySpan<char> handle, [NotNullWhen(true)] out int[]? people) => Lower(handle, handles, out people);

    internal bool TryMail(ReadOnlySpan<char> address, [NotNullWhen(true)] out int[]? people) => Lower(address, mails, out people);

    internal bool TryNumber(ReadOnlySpan<char> number, [NotNullWhen(true)] out int[]? people) => numbers.TryGetValue(number, out people);

    internal bool HasClass(string code) => classes.ContainsKey(code);

    /// <summary>The number of a class on the roll, or −1.</summary>
    internal int ClassNumber(string code) => classes.GetValueOrDefault(code, NoClass);

    internal bool IsInOneOf(int person, List<int> classNumbers)
    {
        var number = ClassNumbers[person];
        if (number != SeveralClasses)
            return number >= 0 && classNumbers.Contains(number);
        foreach (var code in People[person].Classes)
        {
            if (classNumbers.Contains(classes[code]))
                return true;
        }
        return false;
    }

    internal int IndexOf(PersonId id) => indexes.GetValueOrDefault(id, -1);

    private static bool Lower(
        ReadOnlySpan<char> text,
        Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> lookup,
        [NotNullWhen(true)] out int[]? people)
    {
        people = null;
        if (text.Length > 256)
            return false;
        Span<char> lower = stackalloc char[256];
        return lookup.TryGetValue(lower[..text.ToLowerInvariant(lower)], out people);
    }
}
