using Azure.AI.ContentSafety;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Safety;
using Moderation.Web;

namespace Moderation.Functions;

/// <summary>Chooses who judges content: Azure AI Content Safety where an endpoint is set, otherwise nobody but the local screener.</summary>
internal static class ContentSafety
{
    public static void AddContentSafety(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContentSafetySettings>().Bind(configuration.GetSection(ContentSafetySettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IContentSafety>(s => s.GetRequiredService<IOptions<ContentSafetySettings>>().Value is { Endpoint: { } endpoint } settings
            ? new AzureContentSafety(new ContentSafetyClient(endpoint, new DefaultAzureCredential(), AzureContentSafety.NewClientOptions()), endpoint, settings.BlocklistName)
            : new NoContentSafety());
        services.AddSingleton(s => new Dependency("content-safety", s.GetRequiredService<IContentSafety>() is AzureContentSafety service ? service.AnswersAsync : null));
        services.AddSingleton<IBlocklistService>(s => s.GetRequiredService<IOptions<ContentSafetySettings>>().Value is { Endpoint: { } endpoint, BlocklistName.Length: > 0 } settings
            ? new AzureBlocklist(new BlocklistClient(endpoint, new DefaultAzureCredential(), AzureBlocklist.NewClientOptions()), settings.BlocklistName)
            : new NoBlocklistService());
    }
}
