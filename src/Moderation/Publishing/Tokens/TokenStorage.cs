using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Publishing.Channels;
using Moderation.Web;

namespace Moderation.Publishing.Tokens;

/// <summary>Chooses where tokens live: the vault when one is set, else a folder of the user's own.</summary>
internal static class TokenStorage
{
    public static ISecretStore Create(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<ChannelSettings>>().Value;
        if (settings.VaultUrl is { } vault)
            return new VaultSecretStore(new SecretClient(vault, new DefaultAzureCredential()));
        return new FileSecretStore(settings.TokenFolder
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "moderation", "tokens"));
    }

    /// <summary>Whether the tokens can be reached; a secret that is not there is an answer too.</summary>
    public static Dependency Dependency(IServiceProvider services) => new("tokens", async cancellationToken =>
    {
        await services.GetRequiredService<ISecretStore>().ReadAsync("readiness", cancellationToken);
        return true;
    });
}
