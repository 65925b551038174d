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

    /// <summary>Name of the school's blocklist at the service, which is kept in step with the rulebook and made when it is not there. Empty: none, and the terms are looked for here alone.</summary>
    [RegularExpression("^[0-9A-Za-z._~-]{0,64}$")]
    public string BlocklistName { get; set; } = "school";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && (!Endpoint.IsAbsoluteUri || Endpoint.Scheme != Uri.UriSchemeHttps))
            yield return new ValidationResult("Safety:Endpoint must be the https address of an Azure AI Content Safety resource, or empty.", [nameof(Endpoint)]);
    }
}
