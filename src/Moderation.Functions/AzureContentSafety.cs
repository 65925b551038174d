using Azure.AI.ContentSafety;
using Azure.Core;
using Moderation.Safety;

namespace Moderation.Functions;

/// <summary>
/// Maps the port to Azure AI Content Safety and back, nothing else: what can be wrong with an answer is judged in
/// <see cref="SafetyCheck"/>. The client's exceptions pass through; <see cref="SafetyFailure"/> reads them.
/// </summary>
public sealed class AzureContentSafety(ContentSafetyClient client, Uri endpoint, string listName) : IContentSafety
{
    /// <summary>API version of package 1.0.0; kept with every answer.</summary>
    private const string Model = "azure-content-safety/2023-10-01";

    /// <summary>One request a call: <see cref="SafetyCheck"/> decides on trying again, and must hear how long the service asks to wait.</summary>
    public static ContentSafetyClientOptions NewClientOptions()
    {
        var options = new ContentSafetyClientOptions(ContentSafetyClientOptions.ServiceVersion.V2023_10_01);
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingContentEnabled = false; // it holds the draft
        return options;
    }

    /// <summary>
    /// Whether the service answers this app and has the blocklist that every text is held against. Looks only: analysing is paid for.
    /// </summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var message = client.Pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri(endpoint, $"contentsafety/text/blocklists{(listName.Length > 0 ? "/" + listName : "")}?api-version=2023-10-01"));
        await client.Pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status == 200;
    }

    public async Task<SafetyAnswer> AnalyseTextAsync(string text, bool blocklist, CancellationToken cancellationToken)
    {
        var options = new AnalyzeTextOptions(text) { OutputType = AnalyzeTextOutputType.FourSeverityLevels, HaltOnBlocklistHit = false };
        if (blocklist && listName.Length > 0)
            options.BlocklistNames.Add(listName);
        var result = (await client.AnalyzeTextAsync(options, cancellationToken)).Value;
        return new SafetyAnswer.Analysed(
            Severities((result?.CategoriesAnalysis ?? []).Select(c => (c.Category.ToString(), c.Severity))),
            [.. (result?.BlocklistsMatch ?? []).Select(m => new BlocklistHit(m.BlocklistName, m.BlocklistItemId))],
            Model);
    }

    public async Task<SafetyAnswer> AnalyseImageAsync(BinaryData image, CancellationToken cancellationToken)
    {
        var options = new AnalyzeImageOptions(new ContentSafetyImageData(image)) { OutputType = AnalyzeImageOutputType.FourSeverityLevels };
        var result = (await client.AnalyzeImageAsync(options, cancellationToken)).Value;
        return new SafetyAnswer.Analysed(Severities((result?.CategoriesAnalysis ?? []).Select(c => (c.Category.ToString(), c.Severity))), [], Model);
    }

    /// <summary>
    /// A category the port does not know is left out here; one that the answer leaves out counts as not judged there. Every
    /// category may be missing: the service stops analysing when a blocklist hits, or answers less than it promised.
    /// </summary>
    private static Dictionary<SafetyCategory, int?> Severities(IEnumerable<(string Name, int? Severity)> analysis)
    {
        var severities = new Dictionary<SafetyCategory, int?>();
        foreach (var (name, severity) in analysis)
        {
            SafetyCategory? category = name switch
            {
                "Hate" => SafetyCategory.Hate,
                "Sexual" => SafetyCategory.Sexual,
                "SelfHarm" => SafetyCategory.SelfHarm,
                "Violence" => SafetyCategory.Violence,
                _ => null,
            };
            if (category is { } known)
                severities[known] = severity;
        }

        return severities;
    }
}
