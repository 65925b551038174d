using Azure;
using Azure.AI.ContentSafety;
using Azure.Core;
using Moderation.Safety;

namespace Moderation.Functions;

/// <summary>Maps the port to the blocklists of Azure AI Content Safety (apis.md §11.4) and back, nothing else.</summary>
public sealed class AzureBlocklist(BlocklistClient client, string name) : IBlocklistService
{
    public string? Name => name;

    /// <summary>Not in a hurry, so the client's own three retries stay; they wait as long as the service asks.</summary>
    public static ContentSafetyClientOptions NewClientOptions()
    {
        var options = new ContentSafetyClientOptions(ContentSafetyClientOptions.ServiceVersion.V2023_10_01);
        options.Diagnostics.IsLoggingContentEnabled = false; // it holds the school's terms
        return options;
    }

    public async Task<IReadOnlyList<BlocklistItem>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var items = new List<BlocklistItem>();
            await foreach (var item in client.GetTextBlocklistItemsAsync(name, cancellationToken: cancellationToken))
                items.Add(new(item.BlocklistItemId, item.Text));
            return items;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            var content = RequestContent.Create(BinaryData.FromString("""{"description":"Kept in step with the school's rulebook."}"""));
            await client.CreateOrUpdateTextBlocklistAsync(name, content, new RequestContext { CancellationToken = cancellationToken });
            return [];
        }
    }

    public async Task AddAsync(IReadOnlyList<string> terms, CancellationToken cancellationToken) =>
        await client.AddOrUpdateBlocklistItemsAsync(name, new AddOrUpdateTextBlocklistItemsOptions(terms.Select(t => new TextBlocklistItem(t))), cancellationToken);

    public async Task RemoveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        await client.RemoveBlocklistItemsAsync(name, new RemoveTextBlocklistItemsOptions(ids), cancellationToken);
}
