using System.Text.RegularExpressions;
using Moderation.LocalHost.Storage;

namespace Moderation.Tests.Infrastructure;

/// <summary>What nobody runs here: the workflow that deploys, held against what it deploys.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Workflow = File.ReadAllText(Path.Combine(LocalFolders.Root, ".github", "workflows", "deploy.yml"));

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public void Every_variable_that_a_parameter_file_reads_is_handed_to_both_jobs(string parameters)
    {
        var read = Read().Matches(File.ReadAllText(Path.Combine(LocalFolders.Root, "infra", parameters + ".bicepparam"))).Select(m => m.Groups[1].Value).ToList();

        Assert.NotEmpty(read);
        Assert.All(read.Where(name => name != "MODERATION_SCHOOL"), name => Assert.Equal(2, Regex.Count(Workflow, $@"^      {name}: ", RegexOptions.Multiline)));
        Assert.Contains("\n  MODERATION_SCHOOL: ", Workflow, StringComparison.Ordinal); // of the workflow as a whole
    }

    [Fact]
    public void It_signs_in_without_a_secret_looks_first_and_tests_afterwards()
    {
        Assert.DoesNotContain("secrets.", Workflow, StringComparison.Ordinal);
        Assert.Contains("id-token: write", Workflow, StringComparison.Ordinal);
        Assert.Contains("az deployment group what-if", Workflow, StringComparison.Ordinal);
        Assert.Matches(@"(?s)deployment group create.*config-zip.*infra/smoke\.sh", Workflow);
    }

    [Fact]
    public void Outputs_that_it_reads_are_outputs_of_the_template()
    {
        var template = File.ReadAllText(Path.Combine(LocalFolders.Root, "infra", "main.bicep"));
        var outputs = Output().Matches(Workflow).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(outputs);
        Assert.All(outputs, name => Assert.Contains($"output {name} string", template, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex Read();

    [GeneratedRegex(@"steps\.infrastructure\.outputs\.(\w+)")]
    private static partial Regex Output();
}
