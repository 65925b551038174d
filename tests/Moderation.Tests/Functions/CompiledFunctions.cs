using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Moderation.LocalHost.Storage;

namespace Moderation.Tests.Functions;

/// <summary>
/// The sources of <c>src/Moderation.Functions</c>, compiled against declarations of the packages that only nuget.org
/// carries (see <c>Declarations/README.md</c>), and loaded beside the tests.
/// </summary>
internal sealed class CompiledFunctions
{
    private static readonly Lazy<CompiledFunctions> Shared = new(() => new CompiledFunctions());

    /// <summary>What Microsoft.NET.Sdk adds with ImplicitUsings.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the SDK silences as well: one assembly built against another version of a library than is there.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> Silenced = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private readonly Assembly? app;
    private readonly Assembly? declarations;

    private CompiledFunctions()
    {
        var context = new AssemblyLoadContext("functions");
        var references = References().ToList();
        var declared = Compile("Declarations", OutputKind.DynamicallyLinkedLibrary, Path.Combine(TestFolder, "Declarations"), "*.cs.txt", references);
        var (problems, image) = Emit(declared);
        Problems = problems;
        if (image is null)
            return;
        declarations = context.LoadFromStream(new MemoryStream(image));
        (Problems, image) = Emit(Compile("Moderation.Functions", OutputKind.ConsoleApplication, SourceFolder, "*.cs", [.. references, MetadataReference.CreateFromImage(image)]));
        if (image is not null)
            app = context.LoadFromStream(new MemoryStream(image));
    }

    public static CompiledFunctions Instance => Shared.Value;

    public static string SourceFolder { get; } = Path.Combine(LocalFolders.Root, "src", "Moderation.Functions");

    private static string TestFolder { get; } = Path.Combine(LocalFolders.Root, "tests", "Moderation.Tests", "Functions");

    /// <summary>Warnings and errors of the compiler.</summary>
    public IReadOnlyList<string> Problems { get; }

    public Assembly App => app ?? throw new InvalidOperationException("It does not compile:\n" + string.Join('\n', Problems));

    public Type TypeOf(string name) => App.GetType("Moderation.Functions." + name, throwOnError: true)!; // throws rather than null

    public Type Declared(string name) =>
        (declarations ?? throw new InvalidOperationException("The declarations do not compile:\n" + string.Join('\n', Problems))).GetType(name, throwOnError: true)!; // throws rather than null

    /// <summary>Every method with a [Function].</summary>
    public IReadOnlyList<Trigger> Triggers => field ??=
    [
        .. App.GetTypes().SelectMany(t => t.GetMethods()).Select(Trigger.TryRead).OfType<Trigger>(),
    ];

    private static CSharpCompilation Compile(string name, OutputKind kind, string folder, string pattern, IReadOnlyList<MetadataReference> references)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var files = Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
        return CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, parse, "GlobalUsings.g.cs"),
                .. files.Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parse, Path.GetFileName(f))),
            ],
            references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, warningLevel: 9999, deterministic: true, specificDiagnosticOptions: Silenced));
    }

    private static (IReadOnlyList<string> Problems, byte[]? Image) Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        ImmutableArray<Diagnostic> all = [.. compilation.GetDiagnostics(), .. result.Diagnostics];
        return ([.. all.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Select(d => d.ToString()).Distinct()], result.Success ? stream.ToArray() : null);
    }

    /// <summary>The framework, the Azure libraries, OpenTelemetry and Moderation: what the real project sees. Nothing of the tests, nothing of the other host.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!) // the runtime always sets it
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is var name
                && (name == "Moderation" || name == "mscorlib" || name == "netstandard" || name.StartsWith("System.", StringComparison.Ordinal) || name == "System"
                    || name.StartsWith("Azure.", StringComparison.Ordinal) || (name.StartsWith("OpenTelemetry", StringComparison.Ordinal) && !name.EndsWith("InMemory", StringComparison.Ordinal)) || IsFramework(path)))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsFramework(string path) => path.Contains($"{Path.DirectorySeparatorChar}shared{Path.DirectorySeparatorChar}Microsoft.", StringComparison.Ordinal);
}
