namespace Moderation.Tests.Functions;

public sealed class CompiledFunctionsTests
{
    [Fact]
    public void The_functions_project_compiles_without_a_warning() => Assert.Empty(CompiledFunctions.Instance.Problems);

    [Fact]
    public void Every_function_has_a_name_of_its_own()
    {
        var names = CompiledFunctions.Instance.Triggers.Select(t => t.Function).ToList();
        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void Only_the_triggers_call_into_the_system() =>
        Assert.Single(CompiledFunctions.Instance.Triggers.Select(t => t.Method.DeclaringType).Distinct());

    /// <summary>The project stands outside central versions, so nothing else keeps these together.</summary>
    [Fact]
    public void Packages_have_exact_versions_and_the_versions_of_the_other_projects()
    {
        var central = Versions(Path.Combine(LocalHost.Storage.LocalFolders.Root, "Directory.Packages.props"));
        var own = Versions(Path.Combine(CompiledFunctions.SourceFolder, "Moderation.Functions.csproj"));
        Assert.NotEmpty(own);
        Assert.All(own, p =>
        {
            Assert.Matches(@"^\[[0-9]+(\.[0-9]+){2}\]$", p.Value);
            if (central.TryGetValue(p.Key, out var version))
                Assert.Equal($"[{version}]", p.Value);
        });

        var tests = Versions(Path.Combine(LocalHost.Storage.LocalFolders.Root, "tests", "Moderation.Functions.Tests", "Moderation.Functions.Tests.csproj"));
        Assert.All(tests, p => Assert.Equal(own.TryGetValue(p.Key, out var version) ? version : $"[{central[p.Key]}]", p.Value));
    }

    private static Dictionary<string, string> Versions(string project) =>
        System.Xml.Linq.XDocument.Load(project).Descendants()
            .Where(e => e.Attribute("Version") is not null)
            .ToDictionary(e => (string?)(e.Attribute("Include") ?? e.Attribute("Update")) ?? "", e => (string?)e.Attribute("Version") ?? "", StringComparer.Ordinal);
}
