using BenchmarkDotNet.Running;
using Moderation.Benchmarks;
using Moderation.Benchmarks.Flow;
using Moderation.LocalHost.Storage;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["pipeline"]:
        try
        {
            return await FlowBenchmark.RunAsync(stop.Token);
        }
        catch (LocalException e)
        {
            return Say(1, e.Message);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(static i => i is OperationCanceledException or IOException or Azure.RequestFailedException))
        {
            return Say(1, "Storage did not answer in time, however often it was asked: is the machine busy with something else?");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }

    case ["nights"]:
        await NightBenchmark.RunAsync(drafts: 2_000, stop.Token);
        return 0;

    case ["import"]:
        await ImportBenchmark.RunAsync(pupils: 5_000, stop.Token);
        return 0;

    case ["media", "goals"]:
        await MediaBenchmark.ReportAsync();
        return 0;

    case ["names" or "media", ..]:
        var filter = args[0] == "names" ? "*NameMatcher*" : "*MediaBenchmark*";
        BenchmarkSwitcher.FromAssembly(typeof(MediaBenchmark).Assembly).Run(["--filter", filter, .. args[1..]]);
        return 0;

    default:
        return Say(args is [] or ["help"] ? 0 : 2, """
            dotnet run -c Release --project tests/Moderation.Benchmarks -- WHAT

              pipeline      posts through the whole pipeline beside the floor; some five minutes
              nights        verifying, backing up and restoring 2,000 drafts
              import        a dry run and an import of 5,000 pupils, changing and undoing it
              names         the name matcher against a small and a large school
              media         cleaning a 12-megapixel photo
              media goals   the same as ratio and memory, in seconds

            See docs/benchmarks.md for what the figures mean.
            """);
}

static int Say(int exitCode, string text)
{
    (exitCode == 0 ? Console.Out : Console.Error).WriteLine(text);
    return exitCode;
}
