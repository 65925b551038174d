using Azure;
using Azure.Security.KeyVault.Secrets;

namespace Moderation.Publishing.Tokens;

/// <summary>
/// Key Vault: every write is a new version, so an old token can be found again after a mistake. A vault with soft delete and
/// purge protection, as ours is, keeps a deleted secret's name taken for up to 90 days, in which nothing can be written under
/// it; so what is forgotten becomes a version that says so, with all older ones disabled.
/// See learn.microsoft.com/azure/key-vault/general/soft-delete-overview.
/// </summary>
public sealed class VaultSecretStore(SecretClient vault) : ISecretStore
{
    /// <summary>The vault takes no empty value.</summary>
    internal const string Forgotten = "forgotten";

    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var secret = (await vault.GetSecretAsync(name, cancellationToken: cancellationToken)).Value;
            return IsForgotten(secret.Properties) ? null : secret.Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(string name, string value, CancellationToken cancellationToken) => vault.SetSecretAsync(name, value, cancellationToken);

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await ReadAsync(name, cancellationToken) is not null)
        {
            var forgotten = new KeyVaultSecret(name, Forgotten) { Properties = { ContentType = Forgotten } };
            await vault.SetSecretAsync(forgotten, cancellationToken);
        }

        // Also when the newest says so already: an earlier try may have ended here.
        try
        {
            await foreach (var version in vault.GetPropertiesOfSecretVersionsAsync(name, cancellationToken))
            {
                if (version.Enabled == false || IsForgotten(version))
                    continue;
                version.Enabled = false;
                await vault.UpdateSecretPropertiesAsync(version, cancellationToken);
            }
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // There never was one.
        }
    }

    private static bool IsForgotten(SecretProperties properties) => properties.ContentType == Forgotten;
}
