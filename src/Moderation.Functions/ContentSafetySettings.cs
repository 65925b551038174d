using System.ComponentModel.DataAnnotations;

namespace Moderation.Functions;

/// <summary>Section <c>Safety</c>, the part that only Azure AI Content Safety needs.</summary>
public sealed class ContentSafetySettings : IValidatableObject
{
    public const string Section = "Safety";

    /// <summary>
    /// Address of the resource, with its own sub-domain (apis.md §11.1): <c>https://NAME.cognitiveservices.azure.com/</c>.
    /// Empty: no service, and every picture waits for a person.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Blocklist at the service that every text is held against. Empty: none. The service refuses a list it does not have, so name it only once it is there.</summary>
    [RegularExpression("^[0-9A-Za-z._~-]{0,64}$")]
    public string BlocklistName { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && (!Endpoint.IsAbsoluteUri || Endpoint.Scheme != Uri.UriSchemeHttps))
            yield return new ValidationResult("Safety:Endpoint must be the https address of an Azure AI Content Safety resource, or empty.", [nameof(Endpoint)]);
    }
}
