using System.Text.Json;
using Moderation.Consent;
using Moderation.Protocol;
using Moderation.Screening;
using Moderation.Storage;

namespace Moderation.Tests.Protocol;

/// <summary>
/// Where the examples are that no post shows: each names a test of the stage that enforces its rule, or waits for a stage that is not built.
/// With <c>domain-examples.txt</c> they cover every rule.
/// </summary>
public sealed class ProcessExamplesTests
{
    private const string Later = "later";

    private static readonly string[] Punishing = ["Score", "Strike", "Label", "Sanction", "Suspended", "Warnings", "Severity"];

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var (rule, test) in All().Where(static e => e.Test != Later))
            data.Add(rule, test);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_a_stage_that_exists_is_a_test(string rule, string test)
    {
        var parts = test.Split('.');
        var method = typeof(ProcessExamplesTests).Assembly.GetTypes().Where(t => t.Name == parts[0]).Select(t => t.GetMethod(parts[1])).OfType<System.Reflection.MethodInfo>().ToList();

        Assert.True(method.Count == 1 && method[0].GetCustomAttributes(inherit: true).OfType<FactAttribute>().Any(), $"{rule} names {test}, which is no test");
    }

    [Fact]
    public void Every_rule_has_an_example()
    {
        var shown = SchoolChecker.Lines("domain-examples.txt").Select(static l => l[..3]).Concat(All().Select(static e => e.Rule)).ToHashSet();

        Assert.DoesNotContain(Rulebook.School.Rules.Keys, r => r[0] is 'R' or 'A' && !shown.Contains(r));
    }

    [Fact]
    public void What_waits_for_a_later_stage_is_what_the_rulebook_says() =>
        Assert.Equal(
            Rulebook.School.Rules.Values.Where(static r => r.Later is not null).Select(static r => r.Id).Order(StringComparer.Ordinal),
            All().Where(static e => e.Test == Later).Select(static e => e.Rule).Order(StringComparer.Ordinal));

    [Fact]
    public void A_screening_that_does_not_say_which_rules_it_used_is_not_read()
    {
        const string Screening = """{"version":1,"rulebookVersion":"2017-2018/1.1","at":"2026-11-17T11:00:00+00:00","findings":[]}""";

        Assert.Equal("2017-2018/1.1", Json.Read<ScreeningRecord>(Screening).RulebookVersion);
        Assert.Throws<JsonException>(static () => Json.Read<ScreeningRecord>(Screening.Replace("\"rulebookVersion\":\"2017-2018/1.1\",", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(typeof(User))]
    [InlineData(typeof(Person))]
    [InlineData(typeof(Author))]
    public void Nobody_is_scored_labelled_or_suspended_by_the_program(Type about) =>
        Assert.DoesNotContain(about.GetProperties(), static p => Punishing.Any(word => p.Name.Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<(string Rule, string Test)> All() => SchoolChecker.Lines("process-examples.txt").Select(static l => (l[..3], l[4..]));
}
