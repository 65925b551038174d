using System.ComponentModel.DataAnnotations;

namespace Moderation.Storage;

/// <summary>Section <c>Storage</c>: which storage account holds everything. Exactly one of the two ways is given.</summary>
public sealed class StorageSettings : IValidatableObject
{
    public const string Section = "Storage";

    /// <summary>Connection string, for Azurite or a test account. In Azure use <see cref="AccountName"/>: no keys there.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Name of the storage account, reached with the app's own identity.</summary>
    [RegularExpression("^[a-z0-9]{3,24}$")]
    public string? AccountName { get; set; }

    /// <summary>Put before every table, queue and container name, so that tests can share an account: letters and digits, at most 20.</summary>
    [RegularExpression("^([a-z][a-z0-9]{0,19})?$")]
    public string Prefix { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) == string.IsNullOrWhiteSpace(AccountName))
            yield return new ValidationResult("Set exactly one of Storage:ConnectionString and Storage:AccountName.", [nameof(AccountName)]);
    }
}
