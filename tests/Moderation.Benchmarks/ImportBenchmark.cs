using System.Diagnostics;
using System.Globalization;
using System.Text;
using Moderation.Audit;
using Moderation.Benchmarks.Flow;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.LocalHost.Storage;
using Moderation.Storage;

namespace Moderation.Benchmarks;

/// <summary>An import of a large school: the dry run, applying it, importing it again with changes, and undoing that.</summary>
internal static class ImportBenchmark
{
    private const string By = "benchmark";
    private const string Header = "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Geboortedatum;Toestemming website;Toestemming sociale media;Toestemming nieuwsbrief;Toestemming jaarboek;Toestemming naam;Gegeven door;Datum\n";

    public static async Task RunAsync(int pupils, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(dataFolder: null, LocalFolders.Tools, Console.Error.WriteLine, cancellationToken);
        var requests = new RequestLog();
        var settings = new StorageSettings { ConnectionString = azurite.ConnectionString };
        var storage = new StorageClients(settings, requests);
        await storage.CreateAllAsync(cancellationToken);
        var consents = storage.Table(StorageNames.Tables.Consents);
        using var register = new ConsentRegisterStore(storage.Table(StorageNames.Tables.People), consents, ConsentPolicy.School, TimeProvider.System);
        var imports = new ImportStore(register, consents, storage.Container(StorageNames.Containers.Incoming), TimeProvider.System);
        var desk = new ImportDesk(register, imports, new QueueSender(storage), TimeProvider.System);
        Console.WriteLine($"{pupils:N0} pupils, two rows each");

        var first = await ImportAsync(Export(pupils, changed: 0), "a new school");
        await ImportAsync(Export(pupils, changed: pupils / 10), "one in ten changed");
        await TimedAsync("undoing the first", pupils, async () =>
        {
            await imports.BeginRevertAsync(first, By, cancellationToken);
            await imports.RunAsync(first, report: null, cancellationToken);
        });
        await TimedAsync("reading the register", pupils, async () => await register.GetAsync(cancellationToken));
        await foreach (var verdict in new AuditVerifier(storage).VerifyAllAsync(cancellationToken))
        {
            if (!verdict.Holds)
                throw new InvalidOperationException("The chains of the benchmark do not hold.");
        }

        async Task<string> ImportAsync(byte[] export, string what)
        {
            ImportPlan? plan = null;
            await TimedAsync($"dry run, {what}", pupils, async () =>
            {
                var file = ImportFile.Read(export);
                var profile = await desk.ProfileForAsync(file, cancellationToken) ?? throw new InvalidOperationException("The columns of the benchmark are not known.");
                plan = (await desk.PlanAsync(file, profile with { GuardiansHaveAuthority = true }, By, cancellationToken) as ImportOutcome.Planned)?.Plan;
            });
            var changes = plan?.Changes.Count() ?? 0;
            await TimedAsync($"applying, {what}", changes, async () =>
            {
                await imports.BeginApplyAsync(plan!.Id, By, cancellationToken); // the file of the benchmark can be read
                await imports.RunAsync(plan.Id, report: null, cancellationToken);
            });
            if (await imports.FindAsync(plan!.Id, cancellationToken) is not { Status: ImportStatus.Applied }) // as above
                throw new InvalidOperationException("The import of the benchmark was not applied.");
            return plan.Id;
        }

        async Task TimedAsync(string what, int people, Func<Task> work)
        {
            var before = requests.Counts.Sum(c => c.Value);
            var clock = Stopwatch.StartNew();
            await work();
            var seconds = clock.Elapsed.TotalSeconds;
            Console.WriteLine($"{what,-30} {seconds,6:F1} s   {people,5} pupils, {(double)(requests.Counts.Sum(c => c.Value) - before) / Math.Max(people, 1):F2} requests a pupil");
        }
    }

    /// <summary>An export in which both parents of every pupil answer; of the last so many the first parent says no everywhere now.</summary>
    private static byte[] Export(int pupils, int changed)
    {
        var text = new StringBuilder(Header);
        for (var i = 1; i <= pupils; i++)
        {
            var who = string.Create(CultureInfo.InvariantCulture, $"{i:D6};Kim{i};van;Voorbeeld{i};{1 + (i % 6)}{(char)('A' + (i % 8))};0{1 + (i % 9)}-03-{2009 + (i % 6)}");
            text.Append(who).Append(i > pupils - changed ? ";nee;nee;nee;nee;nee" : i % 3 == 0 ? ";ja;nee;ja;ja;nee" : ";ja;ja;ja;ja;ja").Append(";Moeder;01-09-2026\n");
            text.Append(who).Append(i % 4 == 0 ? ";ja;;ja;nee;nee" : ";ja;nee;ja;ja;ja").Append(";Vader;02-09-2026\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
