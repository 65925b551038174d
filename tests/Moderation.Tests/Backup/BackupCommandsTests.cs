using Azure.Data.Tables;
using Moderation.Backup;
using Moderation.LocalHost;
using Moderation.LocalHost.Storage;
using Moderation.Publishing;
using Moderation.Storage;

namespace Moderation.Tests.Backup;

/// <summary>The commands as an operator gives them, over a folder of data; each starts and ends an Azurite of its own.</summary>
public sealed class BackupCommandsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_was_backed_up_is_there_after_a_restart_and_comes_back_only_over_what_may_be_replaced()
    {
        var data = Directory.CreateTempSubdirectory("kept-").FullName;
        try
        {
            await using (var kept = await KeptData.OpenAsync(data, None))
            {
                await kept.Get<StorageClients>().CreateAllAsync(None);
                await kept.Get<StorageClients>().Table(StorageNames.Tables.Settings).AddEntityAsync(new TableEntity("test", "row"), None);
            }

            Assert.Equal(0, await BackupCommands.MakeAsync(new Arguments.Backup(data), None));
            BackupName name;
            await using (var kept = await KeptData.OpenAsync(data, None))
                name = Assert.Single(await kept.Get<BackupStore>().AllAsync(None));

            Assert.Equal(1, await BackupCommands.RestoreAsync(new Arguments.RestoreFrom($"{name}", data, Replace: false), None));
            Assert.Equal(0, await BackupCommands.RestoreAsync(new Arguments.RestoreFrom($"{name}", data, Replace: true), None));
            await using (var kept = await KeptData.OpenAsync(data, None))
            {
                Assert.True((await kept.Get<StorageClients>().Table(StorageNames.Tables.Settings).GetEntityIfExistsAsync<TableEntity>("test", "row", cancellationToken: None)).HasValue);
                Assert.True((await kept.Get<StopSwitch>().ReadAsync(None)).On);
                Assert.Equal(2, (await kept.Get<BackupStore>().AllAsync(None)).Count);
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Data_that_are_not_there_are_not_made_up()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        await Assert.ThrowsAsync<LocalException>(() => BackupCommands.MakeAsync(new Arguments.Backup(nowhere), None));
        Assert.False(Directory.Exists(nowhere));
    }

    [Theory]
    [InlineData("restore 2026-11-25", "RestoreFrom { Name = 2026-11-25, Data = , Replace = False }")]
    [InlineData("restore 2026-11-25 --replace --data d", "RestoreFrom { Name = 2026-11-25, Data = d, Replace = True }")]
    [InlineData("restore", "Wrong")]
    [InlineData("restore yesterday", "Wrong")]
    [InlineData("restore 2026-11-25 --force", "Wrong")]
    [InlineData("backup --data d", "Backup { Data = d }")]
    [InlineData("backups", "Backups { Data =  }")]
    public void Words_are_understood_or_refused(string words, string meaning) =>
        Assert.StartsWith(meaning, Arguments.Parse(words.Split(' ')).ToString(), StringComparison.Ordinal);
}
