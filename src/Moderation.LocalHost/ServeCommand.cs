using Moderation.Consent;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.Storage;

namespace Moderation.LocalHost;

/// <summary>Serves the sample school; plays the sample drafts when the data folder is new.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(Arguments.Serve arguments, CancellationToken cancellationToken)
    {
        var data = Path.GetFullPath(arguments.Data ?? Path.Combine(LocalFolders.Local, "data"));
        Console.WriteLine("Moderation: the sample school on this machine. Starting storage …");
        await using var system = await LocalSystem.StartAsync(new LocalOptions { Port = arguments.Port, DataFolder = data }, cancellationToken);
        await PlayOnceAsync(system, Path.Combine(data, "played"), cancellationToken);
        Console.WriteLine($"""

            Look at:
              {system.Address}         sign in as one of the made-up staff, hand in, review
              {system.Address}wall     the school wall: published posts as readers see them
            Data are kept in {data}. Stop with Ctrl+C.
            """);
        await system.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task PlayOnceAsync(LocalSystem system, string stamp, CancellationToken cancellationToken)
    {
        if (File.Exists(stamp))
            return;
        await LoadSchoolAsync(system, cancellationToken);
        Console.WriteLine("First start: playing the sample drafts …");
        var results = await new SamplePlay(system.Services, LocalFolders.Samples).RunAsync(approve: false, ProgressBar.Show, cancellationToken);
        ResultTable.Print(results, compare: false);
        await File.WriteAllTextAsync(stamp, "", cancellationToken);
    }

    internal static Task LoadSchoolAsync(LocalSystem system, CancellationToken cancellationToken) =>
        system.Services.GetRequiredService<ConsentRegisterStore>().LoadSampleAsync(
            SampleSchool.Load(LocalFolders.Samples, system.Services.GetRequiredService<TimeProvider>().GetUtcNow()), cancellationToken);
}
