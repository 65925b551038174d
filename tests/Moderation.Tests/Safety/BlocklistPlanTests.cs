using FsCheck.Xunit;
using Moderation.Safety;

namespace Moderation.Tests.Safety;

public sealed class BlocklistPlanTests
{
    [Fact]
    public void Adds_what_is_missing_and_removes_what_is_gone_or_double()
    {
        var plan = BlocklistPlan.Between(["een", " Twee ", "drie"], [("1", "twee"), ("2", "weg"), ("3", "TWEE")]);
        Assert.Equal(["drie", "een"], plan.Add.Single());
        Assert.Equal(["2", "3"], plan.Remove.Single());
    }

    [Fact]
    public void Calls_stay_within_the_service_s_limits()
    {
        var plan = BlocklistPlan.Between(Enumerable.Range(0, 250).Select(i => $"woord{i}").Append(new string('x', 129)), []);
        Assert.Equal([100, 100, 50], plan.Add.Select(b => b.Count));
        Assert.Equal(1, plan.LeftOut);
    }

    [Property]
    public void After_carrying_it_out_there_is_nothing_to_do(string[] wanted, string[] present)
    {
        var items = (present ?? []).Select((t, i) => ($"{i}", t ?? "")).ToList();
        var terms = (wanted ?? []).Select(t => t ?? "").ToList();
        var plan = BlocklistPlan.Between(terms, items);
        var removed = plan.Remove.SelectMany(b => b).ToHashSet();
        var after = items.Where(i => !removed.Contains(i.Item1)).Concat(plan.Add.SelectMany(b => b).Select(t => ("n" + t, t))).ToList();
        var again = BlocklistPlan.Between(terms, after);
        Assert.Empty(again.Add);
        Assert.Empty(again.Remove);
    }
}
