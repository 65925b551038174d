using Moderation.LocalHost.Samples;
using Moderation.LocalHost.Storage;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Safety;
using Moderation.Screening;
using Moderation.Storage;

namespace Moderation.LocalHost.Checking;

/// <summary>Runs the checks on drafts as JSON lines, in order, storing nothing and starting nothing.</summary>
public static class CheckCommand
{
    private const int Batch = 512;

    public static async Task<int> RunAsync(Arguments.Check arguments, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var register = arguments is { People: { } people, Consents: { } consents }
            ? SampleSchool.Load(people, arguments.Guardianships, consents, time.GetUtcNow())
            : SampleSchool.Load(LocalFolders.Samples, time.GetUtcNow());
        var checker = new PostChecker(new Facts(register, ChannelRegister.School, Rulebook.School), new SafetySettings(), time, arguments.ProcessRules);

        using var input = Open(arguments.File);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        var lines = new List<string>(Batch);
        while (true)
        {
            var line = await input.ReadLineAsync(cancellationToken);
            if (line is not null && line.Length > 0)
                lines.Add(line);
            if (lines.Count < Batch && line is not null)
                continue;
            foreach (var answer in lines.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(l => Json.Write(checker.Check(l))))
                await output.WriteLineAsync(answer);
            lines.Clear();
            if (line is null)
                return 0;
        }
    }

    private static StreamReader Open(string file)
    {
        if (file == "-")
            return new StreamReader(Console.OpenStandardInput());
        return File.Exists(file) ? new StreamReader(file) : throw new LocalException($"There is no file {file}.");
    }
}
