using System.Diagnostics;
using System.Text.Json;
using Moderation.Consent;
using Moderation.Consent.Import;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.Storage;
using Moderation.Storage;
using Moderation.Web.Pages;

namespace Moderation.LocalHost;

/// <summary>Imports pupils and consents with the same code as the page: a dry run unless told to apply it, and undoing.</summary>
public static class ImportCommand
{
    private const string By = "import-command";

    /// <summary>Rows of one group that are printed unless all are asked for. Rows that cannot be read are always all printed.</summary>
    private const int Most = 10;

    public static async Task<int> RunAsync(Arguments.Import arguments, CancellationToken cancellationToken)
    {
        await using var kept = await KeptData.OpenAsync(arguments.Data, cancellationToken);
        await kept.Get<StorageClients>().CreateAllAsync(cancellationToken);
        var (register, store, desk, queue) = (kept.Get<ConsentRegisterStore>(), kept.Get<ImportStore>(), kept.Get<ImportDesk>(), kept.Get<QueueSender>());

        return arguments.Undo is { } undo
            ? await UndoAsync(undo, store, queue, cancellationToken)
            : await ImportAsync(arguments, register, store, desk, queue, cancellationToken);
    }

    private static async Task<int> ImportAsync(
        Arguments.Import arguments, ConsentRegisterStore register, ImportStore store, ImportDesk desk, QueueSender queue, CancellationToken cancellationToken)
    {
        var name = arguments.File!; // there is a file when nothing is undone
        if (!File.Exists(name))
            throw new LocalException($"There is no file {name}.");
        var clock = Stopwatch.StartNew();
        var file = ImportFile.Read(await File.ReadAllBytesAsync(name, cancellationToken));
        var profile = await ProfileAsync(arguments, file, store, desk, cancellationToken);
        switch (await desk.PlanAsync(file, profile, By, cancellationToken))
        {
            case ImportOutcome.Unusable unusable:
                foreach (var problem in unusable.Problems)
                    Console.Error.WriteLine(problem);
                return 1;
            case ImportOutcome.Planned { Plan: var plan }:
                Console.WriteLine($"Proef van import {plan.Id}: {plan.Rows} rijen gelezen met indeling '{plan.Profile}' in {clock.Elapsed.TotalSeconds:0.0} s.");
                Print(plan, await register.GetAsync(cancellationToken), arguments.All);
                if (arguments.Mapping is not null)
                    await store.SaveProfileAsync(profile, By, cancellationToken);
                if (!arguments.Apply)
                {
                    await store.DropAsync(plan.Id, By, cancellationToken);
                    Console.WriteLine("Er is niets veranderd. Voer het door met --apply.");
                    return 0;
                }

                return await ApplyAsync(plan.Id, store, queue, cancellationToken);
            default:
                throw new LocalException("The file could not be read.");
        }
    }

    private static async Task<int> ApplyAsync(string id, ImportStore store, QueueSender queue, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        if (await store.BeginApplyAsync(id, By, cancellationToken) is { } objection)
            throw new LocalException(objection.Nl);
        await store.RunAsync(id, progress => ProgressBar.Show(progress.Done, progress.Total, "pupils written"), cancellationToken);
        await queue.RecheckAsync(cancellationToken);
        Console.WriteLine($"Doorgevoerd in {clock.Elapsed.TotalSeconds:0.0} s. Terugdraaien: import --undo {id}");
        return 0;
    }

    private static async Task<int> UndoAsync(string id, ImportStore store, QueueSender queue, CancellationToken cancellationToken)
    {
        if (await store.BeginRevertAsync(id, By, cancellationToken) is { } objection)
            throw new LocalException(objection.Nl);
        await store.RunAsync(id, progress => ProgressBar.Show(progress.Done, progress.Total, "pupils written"), cancellationToken);
        await queue.RecheckAsync(cancellationToken);
        Console.WriteLine("Teruggedraaid.");
        return 0;
    }

    private static async Task<MappingProfile> ProfileAsync(Arguments.Import arguments, ImportFile file, ImportStore store, ImportDesk desk, CancellationToken cancellationToken)
    {
        if (arguments.Mapping is { } mapping)
        {
            try
            {
                return Json.Read<MappingProfile>(await File.ReadAllTextAsync(mapping, cancellationToken));
            }
            catch (Exception e) when (e is IOException or JsonException)
            {
                throw new LocalException($"The mapping {mapping} cannot be read: {e.Message}", e);
            }
        }

        if (arguments.Profile is { } wanted)
        {
            var saved = await store.ProfilesAsync(cancellationToken);
            return saved.FirstOrDefault(p => p.Name == wanted)
                ?? throw new LocalException($"There is no saved layout '{wanted}'. There is: {string.Join(", ", saved.Select(p => $"'{p.Name}'"))}.");
        }

        return await desk.ProfileForAsync(file, cancellationToken)
            ?? throw new LocalException("No column of this file looks like a student number. Point the columns out on the page Importeren, or with --mapping FILE.");
    }

    private static void Print(ImportPlan plan, ConsentRegister register, bool all)
    {
        foreach (var (code, title) in PlanRows.Groups)
        {
            var rows = PlanRows.Of(plan, register, code);
            if (rows.Count == 0)
                continue;
            Console.WriteLine($"{title.Nl}: {rows.Count}");
            foreach (var row in all || code == "unreadable" ? rows : rows.Take(Most))
                Console.WriteLine($"  {(row.Line is > 0 ? $"regel {row.Line}: " : "")}{row.Who}{(row.Class.Length > 0 ? $" ({row.Class})" : "")} {string.Join(' ', row.What.Select(w => w.Nl))}".TrimEnd());
            if (!all && code != "unreadable" && rows.Count > Most)
                Console.WriteLine($"  … en nog {rows.Count - Most}; met --all staan ze er allemaal.");
        }
    }
}
