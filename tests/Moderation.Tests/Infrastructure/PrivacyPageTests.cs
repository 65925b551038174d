using Moderation.LocalHost.Storage;
using Moderation.Storage;

namespace Moderation.Tests.Infrastructure;

/// <summary>What is stored and does not stand in the data map would be missing from the school's own register of processing.</summary>
public sealed class PrivacyPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(LocalFolders.Root, "docs", "privacy.md"));

    [Fact]
    public void Every_table_queue_and_container_stands_in_the_data_map()
    {
        var map = Page[Page.IndexOf("## Data map", StringComparison.Ordinal)..Page.IndexOf("## How long", StringComparison.Ordinal)].Split('\n');

        Assert.All(StorageNames.Tables.All, name => Assert.Contains(map, line => line.StartsWith($"| table `{name}` |", StringComparison.Ordinal)));
        Assert.All(StorageNames.Containers.All, name => Assert.Contains(map, line => line.StartsWith($"| container `{name}` |", StringComparison.Ordinal)));
        Assert.All(StorageNames.Queues.All, name => Assert.Contains(map, line => line.StartsWith("| queues ", StringComparison.Ordinal) && line.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Readme_leads_to_it() =>
        Assert.Contains("(docs/privacy.md)", File.ReadAllText(Path.Combine(LocalFolders.Root, "README.md")), StringComparison.Ordinal);
}
