using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Moderation.Consent;
using Moderation.LocalHost.Storage;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Functions;

/// <summary>Tests that run the program share one account, one after another: triggers listen on plain queue names, so no prefix keeps them apart.</summary>
[CollectionDefinition(nameof(FunctionsFixture))]
public sealed class FunctionsCollection : ICollectionFixture<FunctionsFixture>;

/// <summary>An Azurite of its own, with the made-up people of <see cref="TestSchool"/>.</summary>
public sealed class FunctionsFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
    private Azurite? azurite;

    public string ConnectionString => azurite?.ConnectionString ?? throw new InvalidOperationException("Azurite has not started.");

    /// <summary>Clients of the test itself.</summary>
    public StorageClients Outside => new(new StorageSettings { ConnectionString = ConnectionString });

    public async ValueTask InitializeAsync()
    {
        azurite = await Azurite.StartAsync(dataFolder: null, LocalFolders.Tools, _ => { }, CancellationToken.None);
        await Outside.CreateAllAsync(CancellationToken.None);
        await new ConsentRegisterStore(Outside.Table(StorageNames.Tables.People), Outside.Table(StorageNames.Tables.Consents), ConsentPolicy.School, new FakeTimeProvider(Start))
            .LoadSampleAsync(TestSchool.Register(Start), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>Settings as they stand in Azure, but for where storage and channels are.</summary>
    public Dictionary<string, string?> Settings(Uri? wall = null) => new()
    {
        ["AzureWebJobsStorage"] = ConnectionString,
        ["Storage:ConnectionString"] = ConnectionString,
        ["Channels:SandboxUrl"] = wall?.ToString(),
        ["WEBSITE_AUTH_ENABLED"] = "True",
    };

    /// <summary>The platform's sign-in header (apis.md §13.1).</summary>
    public static string SignIn(User user) => Encode(new
    {
        auth_typ = "aad",
        name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        claims = (object[])
        [
            new { typ = "http://schemas.microsoft.com/identity/claims/objectidentifier", val = user.Id },
            new { typ = "name", val = user.Name },
            .. user.Roles.Select(r => new { typ = "roles", val = JsonSerializer.SerializeToElement(r).GetString() }),
        ],
    });

    public static string Encode(object principal) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal));

    public static string EncodeText(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
