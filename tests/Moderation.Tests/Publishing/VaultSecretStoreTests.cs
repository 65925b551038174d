using System.Net;
using Azure;
using Moderation.Publishing.Tokens;

namespace Moderation.Tests.Publishing;

public sealed class VaultSecretStoreTests : IDisposable
{
    private const string Name = "channel-x";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeVault vault = new();
    private readonly VaultSecretStore store;

    public VaultSecretStoreTests() => store = new VaultSecretStore(vault.Client);

    public void Dispose() => vault.Dispose();

    [Fact]
    public async Task The_newest_value_is_read_and_what_never_was_is_null()
    {
        Assert.Null(await store.ReadAsync(Name, None));
        await store.WriteAsync(Name, "one", None);
        await store.WriteAsync(Name, "two", None);
        Assert.Equal("two", await store.ReadAsync(Name, None));
    }

    /// <summary>A channel that was disconnected can be connected again the same minute, and its old tokens cannot be read any more.</summary>
    [Fact]
    public async Task What_is_forgotten_cannot_be_read_and_can_be_written_again()
    {
        await store.WriteAsync(Name, "one", None);
        await store.WriteAsync(Name, "two", None);

        await store.DeleteAsync(Name, None);
        await store.DeleteAsync(Name, None);
        Assert.Null(await store.ReadAsync(Name, None));
        Assert.DoesNotContain(vault.Readable(Name), v => v is "one" or "two");

        await store.WriteAsync(Name, "three", None);
        Assert.Equal("three", await store.ReadAsync(Name, None));
    }

    [Fact]
    public async Task Forgetting_what_never_was_is_done_at_once()
    {
        await store.DeleteAsync(Name, None);
        Assert.Null(await store.ReadAsync(Name, None));
    }

    /// <summary>A vault that does not answer is no vault without the secret: the channel is not said to be disconnected.</summary>
    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_vault_that_refuses_is_an_error(HttpStatusCode status)
    {
        await store.WriteAsync(Name, "one", None);
        vault.Fails = status;
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => store.ReadAsync(Name, None));
        Assert.Equal((int)status, refused.Status);
    }
}
