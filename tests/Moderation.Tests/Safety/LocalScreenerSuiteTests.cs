using Moderation.Safety;

namespace Moderation.Tests.Safety;

/// <summary>How much the screener finds and how much it holds without reason, on the suites beside this file.</summary>
public sealed class LocalScreenerSuiteTests(ITestOutputHelper output)
{
    [Fact]
    public void Finds_most_hateful_sentences_it_was_tuned_on() =>
        Assert.InRange(Share(SuiteFile.Read("hate-train.nl.txt", SuiteFile.TrainGroups), Hateful), 0.60, 1);

    [Theory]
    [InlineData("hate-heldout.nl.txt")]
    [InlineData("hate-heldout2.nl.txt")]
    public void Finds_two_thirds_of_hateful_sentences_it_was_never_tuned_on(string suite) =>
        Assert.InRange(Share(SuiteFile.Read(suite, SuiteFile.HeldOutGroups), Hateful), 0.66, 1);

    /// <summary>By kind of phrasing, as functional tests of hate speech filters do; split at random into a half to tune on and one to measure on.</summary>
    [Theory]
    [InlineData("form-hate.nl.txt", 0.90)]
    [InlineData("form2-hate.nl.txt", 0.85)]
    [InlineData("form-hate-heldout.nl.txt", 0.75)]
    [InlineData("form3-hate.nl.txt", 0.65)]
    [InlineData("form5-hate.nl.txt", 0.85)]
    [InlineData("form5-hate-heldout.nl.txt", 0.70)]
    public void Finds_hateful_sentences_of_every_functional_kind(string suite, double least) =>
        Assert.InRange(Share(SuiteFile.Read(suite, SuiteFile.AllGroups), Hateful), least, 1);

    [Theory]
    [InlineData("form-neutral.nl.txt")]
    [InlineData("form2-neutral.nl.txt")]
    [InlineData("form3-neutral.nl.txt")]
    [InlineData("form4-neutral.nl.txt")]
    [InlineData("form5-neutral.nl.txt")]
    [InlineData("form-neutral-heldout.nl.txt")]
    [InlineData("form5-neutral-heldout.nl.txt")]
    public void Holds_few_sentences_that_name_deny_or_denounce(string suite) =>
        Assert.InRange(Share(SuiteFile.Read(suite, SuiteFile.AllGroups), Held), 0, 0.02);

    [Fact]
    public void Finds_threats_self_harm_and_sexual_texts() =>
        Assert.InRange(Share(SuiteFile.Read("harm.nl.txt"), Held), 0.80, 1);

    [Theory]
    [InlineData("hate", 0.80)]
    [InlineData("harm", 0.80)]
    public void Finds_harmful_English_sentences(string kind, double least) =>
        Assert.InRange(Share([.. SuiteFile.Read("english.txt").Where(s => s.Kind == kind)], Held), least, 1);

    [Theory]
    [InlineData("neutral.nl.txt")]
    [InlineData("neutral-heldout.nl.txt")]
    public void Holds_few_harmless_sentences_that_mention_groups(string suite) =>
        Assert.InRange(Share(SuiteFile.Read(suite, [.. SuiteFile.TrainGroups, .. SuiteFile.HeldOutGroups], 4), Held), 0, 0.03);

    /// <summary>Hate by kind of phrasing, threats as pupils make them, self-harm, sexual texts, English.</summary>
    [Theory]
    [InlineData("wide1-harm.txt", 0.90)]
    [InlineData("wide2-harm.txt", 0.80)]
    [InlineData("wide3-harm.txt", 0.80)]
    public void Finds_most_harm_of_every_kind(string suite, double least) =>
        Assert.InRange(Share(SuiteFile.Read(suite, SuiteFile.WideGroups), Held), least, 1);

    [Theory]
    [InlineData("wide1-harmless.txt")]
    [InlineData("wide2-harmless.txt")]
    [InlineData("wide3-harmless.txt")]
    public void Holds_few_sentences_that_name_groups_without_harm(string suite) =>
        Assert.InRange(Share(SuiteFile.Read(suite, SuiteFile.WideGroups), Held), 0, 0.01);

    [Fact]
    public void Holds_hardly_any_ordinary_sentence()
    {
        var ordinary = SuiteFile.Read("ordinary.nl.txt").Concat(SuiteFile.Read("harmless.nl.txt")).Concat(SuiteFile.Read("wide2-ordinary.txt"))
            .Concat(SuiteFile.Read("form-ordinary.nl.txt")).Concat(SuiteFile.Read("form-ordinary-heldout.nl.txt")).ToList();
        Assert.True(ordinary.Count >= 900);
        Assert.InRange(Share(ordinary, Held), 0, 0.003);
    }

    [Fact]
    public void Holds_no_harmless_English_sentence() =>
        Assert.Equal(0, Share([.. SuiteFile.Read("english.txt").Where(s => s.Kind == "ok")], Held));

    private static bool Hateful(LocalScreening screening) => screening.Severity(SafetyCategory.Hate) >= 4;

    private static bool Held(LocalScreening screening) => screening.Evidence.Any(e => e.Severity >= 4);

    private double Share(List<(string Kind, string Text)> sentences, Func<LocalScreening, bool> counts)
    {
        Assert.NotEmpty(sentences);
        foreach (var kind in sentences.GroupBy(s => s.Kind))
            output.WriteLine($"{kind.Key}: {kind.Count(s => counts(LocalScreener.Screen(s.Text)))} of {kind.Count()}");
        var share = sentences.Count(s => counts(LocalScreener.Screen(s.Text))) / (double)sentences.Count;
        output.WriteLine($"all: {share:P1} of {sentences.Count}");
        return share;
    }
}
