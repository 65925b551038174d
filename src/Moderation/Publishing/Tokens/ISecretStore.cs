namespace Moderation.Publishing.Tokens;

/// <summary>Where channel tokens are kept: Key Vault in Azure, a file protected by the user's rights on a machine without.</summary>
public interface ISecretStore
{
    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    /// <returns>The newest value, or null when there is none.</returns>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);

    Task WriteAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>Forgets a secret; repeatable.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
