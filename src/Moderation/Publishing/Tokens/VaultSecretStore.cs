using Azure;
using Azure.Security.KeyVault.Secrets;

namespace Moderation.Publishing.Tokens;

/// <summary>Key Vault: every write is a new version, so an old token can be found again after a mistake.</summary>
public sealed class VaultSecretStore(SecretClient vault) : ISecretStore
{
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await vault.GetSecretAsync(name, cancellationToken: cancellationToken)).Value.Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public Task WriteAsync(string name, string value, CancellationToken cancellationToken) => vault.SetSecretAsync(name, value, cancellationToken);

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await vault.StartDeleteSecretAsync(name, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Gone already.
        }
    }
}
