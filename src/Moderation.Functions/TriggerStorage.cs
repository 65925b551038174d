using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Moderation.Storage;

namespace Moderation.Functions;

/// <summary>
/// The triggers listen on the queues' plain names in the host's own account. A system that sends anywhere else would
/// accept drafts and never move them, so it does not start.
/// </summary>
internal sealed class TriggerStorage(IConfiguration configuration) : IValidateOptions<StorageSettings>
{
    private const string HostStorage = "AzureWebJobsStorage";

    public ValidateOptionsResult Validate(string? name, StorageSettings options)
    {
        List<string> wrong = [];
        if (options.Prefix.Length > 0)
            wrong.Add("Storage:Prefix must be empty here: the queue triggers listen on the plain names.");
        if (Differ(options.AccountName, configuration[$"{HostStorage}:accountName"]))
            wrong.Add($"Storage:AccountName and {HostStorage}:accountName must be the same account: the queue triggers listen there.");
        if (Differ(options.ConnectionString, configuration[HostStorage]))
            wrong.Add($"Storage:ConnectionString and {HostStorage} must be the same connection string: the queue triggers listen there.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>Only what is given on both sides can be compared; the one may name the account and the other its address.</summary>
    private static bool Differ(string? ours, string? hosts) =>
        !string.IsNullOrWhiteSpace(ours) && !string.IsNullOrWhiteSpace(hosts) && !string.Equals(ours, hosts, StringComparison.OrdinalIgnoreCase);
}
