using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Moderation.Drafts;
using Moderation.LocalHost;
using Moderation.LocalHost.Storage;
using Moderation.Media;
using Moderation.Tests.Functions;

namespace Moderation.Tests.Telemetry;

/// <summary>A log line says which draft, which queue, how often and what code. It has no place for a text, so none can get there.</summary>
public sealed partial class LogConventionTests
{
    private static readonly Assembly[] Ours = [typeof(Pipeline).Assembly, typeof(LocalSystem).Assembly, CompiledFunctions.Instance.App];

    /// <summary>Codes of ours, by the name of the parameter. A new one is written down here by somebody who has thought about it.</summary>
    private static readonly HashSet<string> Codes =
        ["action", "backup", "channel", "decision", "dependency", "endpoint", "entrance", "failure", "fault", "import", "method", "outcome", "queue", "run", "table", "timer"];

    private static readonly Type[] Harmless = [typeof(int), typeof(long), typeof(double), typeof(bool), typeof(TimeSpan), typeof(DateTimeOffset), typeof(DraftId), typeof(MediaId), typeof(Exception)];

    [Fact]
    public void Log_lines_carry_ids_counts_and_codes_only()
    {
        var lines = Ours.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.GetCustomAttribute<LoggerMessageAttribute>() is not null).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.All(line.GetParameters().Where(p => p.ParameterType != typeof(ILogger)), p => Assert.True(
            Harmless.Contains(p.ParameterType) || p.ParameterType.IsEnum || (p.ParameterType == typeof(string) && Codes.Contains(p.Name ?? "")),
            $"{line.DeclaringType?.DeclaringType?.Name}.{line.Name} logs {p.ParameterType.Name} {p.Name}")));
    }

    [Fact]
    public void Log_lines_have_an_id_that_nobody_else_has()
    {
        var ids = Ours.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().Select(a => a.EventId).ToList();
        Assert.Equal(ids.Distinct().Order(), ids.Order());
    }

    /// <summary>A message made on the spot takes whatever is put into it.</summary>
    [Fact]
    public void Nothing_is_logged_past_those_lines()
    {
        var sources = Sources("src").ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, s => Assert.DoesNotMatch(FreeLog(), s.Text));
    }

    /// <summary>A record prints all it holds; a class does not.</summary>
    [Fact]
    public void Settings_do_not_print_themselves() => Assert.All(
        Ours.SelectMany(a => a.GetTypes()).Where(t => t.Name.EndsWith("Settings", StringComparison.Ordinal) && t.GetField("Section") is not null),
        t => Assert.Equal(typeof(object), t.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType));

    internal static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(LocalFolders.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(f => (Path.GetRelativePath(LocalFolders.Root, f), File.ReadAllText(f)));

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex FreeLog();
}
