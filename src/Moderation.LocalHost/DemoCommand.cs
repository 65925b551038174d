using Moderation.LocalHost.Samples;
using Moderation.LocalHost.Storage;

namespace Moderation.LocalHost;

/// <summary>Plays the sample drafts with everything in memory and says whether each ended as its file expects.</summary>
public static class DemoCommand
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("Moderation demo: the sample drafts, all the way. Starting storage …");
        await using var system = await LocalSystem.StartAsync(new LocalOptions(), cancellationToken);
        await ServeCommand.LoadSchoolAsync(system, cancellationToken);
        var results = await new SamplePlay(system.Services, LocalFolders.Samples).RunAsync(approve: true, ProgressBar.Show, cancellationToken);
        ResultTable.Print(results, compare: true);

        var wrong = results.Count(r => !r.AsExpected);
        Console.WriteLine();
        Console.WriteLine($"{results.Count} drafts, {results.Sum(r => r.End.Head.Channels.Count(c => c.State == Publishing.ChannelState.Published))} publications, {system.Wall.All().Count} posts on the wall.");
        Console.WriteLine(wrong == 0 ? "Every draft ended as its file expects." : $"{wrong} drafts did not end as their files expect.");
        return wrong == 0 ? 0 : 1;
    }
}
