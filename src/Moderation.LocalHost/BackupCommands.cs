using Moderation.Backup;

namespace Moderation.LocalHost;

/// <summary>Backups by hand, of the kept data or of the configured account.</summary>
public static class BackupCommands
{
    public static async Task<int> MakeAsync(Arguments.Backup arguments, CancellationToken cancellationToken)
    {
        await using var kept = await KeptData.OpenAsync(arguments.Data, cancellationToken);
        var name = BackupName.OfMoment(kept.Get<TimeProvider>().GetUtcNow());
        var manifest = await kept.Get<BackupRun>().RunAsync(name, cancellationToken);
        Console.WriteLine($"Backup {name}: {manifest.Rows} rows in {manifest.Bytes / 1024} KiB.");
        return 0;
    }

    public static async Task<int> ListAsync(Arguments.Backups arguments, CancellationToken cancellationToken)
    {
        await using var kept = await KeptData.OpenAsync(arguments.Data, cancellationToken);
        var store = kept.Get<BackupStore>();
        var names = await store.AllAsync(cancellationToken);
        foreach (var name in names)
        {
            if (await store.FindAsync(name, cancellationToken) is { } manifest)
                Console.WriteLine($"{name}  {manifest.Rows,9} rows  {manifest.Bytes / 1024,9} KiB  begun {manifest.Begun:u}");
        }

        if (names.Count == 0)
            Console.WriteLine("There are no backups.");
        return 0;
    }

    public static async Task<int> RestoreAsync(Arguments.RestoreFrom arguments, CancellationToken cancellationToken)
    {
        if (!BackupName.TryParse(arguments.Name, out var name))
            return 2;
        await using var kept = await KeptData.OpenAsync(arguments.Data, cancellationToken);
        switch (await kept.Get<Restore>().RunAsync(name, Environment.UserName, arguments.Replace, Console.WriteLine, cancellationToken))
        {
            case RestoreResult.Done done:
                Console.WriteLine($"""
                    Restored {done.Rows} rows as they were at {done.Since:u}. {done.Held} unfinished drafts are held. Everything is stopped.

                    Before management lifts the stop:
                      1. verify the audit chains: the command verify;
                      2. import the consents again: until then nothing that shows people goes out;
                      3. record every withdrawal, and erase again everybody who was erased, since {done.Since:u};
                      4. look on every channel for posts of after that moment, and settle the drafts that are held.
                    """);
                return 0;
            case RestoreResult.Refused refused:
                Console.Error.WriteLine(refused.Why);
                return 1;
            default:
                throw new InvalidOperationException("A restore came to an unknown end.");
        }
    }
}
