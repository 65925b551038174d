using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Moderation.Storage;

/// <summary>
/// The clients of the one storage account. Messages are plain text on the queue: <c>messageEncoding</c> is <c>none</c> in host.json too.
/// </summary>
public sealed class StorageClients
{
    private readonly TableServiceClient tables;
    private readonly QueueServiceClient queues;
    private readonly BlobServiceClient blobs;
    private readonly string prefix;

    /// <param name="policy">Sees every request, after the SDK's own retries; the crash harness and the benchmark count and break requests with it.</param>
    public StorageClients(StorageSettings settings, HttpPipelinePolicy? policy = null)
    {
        prefix = settings.Prefix;
        var tableOptions = With(new TableClientOptions(), policy);
        var queueOptions = With(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, policy);
        var blobOptions = With(new BlobClientOptions(), policy);

        if (!string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            tables = new TableServiceClient(settings.ConnectionString, tableOptions);
            queues = new QueueServiceClient(settings.ConnectionString, queueOptions);
            blobs = new BlobServiceClient(settings.ConnectionString, blobOptions);
            return;
        }

        var credential = new DefaultAzureCredential();
        tables = new TableServiceClient(new Uri($"https://{settings.AccountName}.table.core.windows.net"), credential, tableOptions);
        queues = new QueueServiceClient(new Uri($"https://{settings.AccountName}.queue.core.windows.net"), credential, queueOptions);
        blobs = new BlobServiceClient(new Uri($"https://{settings.AccountName}.blob.core.windows.net"), credential, blobOptions);
    }

    public TableClient Table(string name) => tables.GetTableClient(prefix + name);

    public QueueClient Queue(string name) => queues.GetQueueClient(prefix.Length == 0 ? name : $"{prefix}-{name}");

    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(prefix.Length == 0 ? name : $"{prefix}-{name}");

    /// <summary>Creates what does not exist yet. The queue trigger does not create its queue, so both hosts call this at start.</summary>
    public async Task CreateAllAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(
        [
            .. StorageNames.Tables.All.Select(name => (Task)Table(name).CreateIfNotExistsAsync(cancellationToken)),
            .. StorageNames.Queues.All.Select(name => (Task)Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. StorageNames.Queues.All.Select(name => (Task)Queue(name + StorageNames.Queues.PoisonSuffix).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
            .. StorageNames.Containers.All.Select(name => (Task)Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        ]);

    private static TOptions With<TOptions>(TOptions options, HttpPipelinePolicy? policy)
        where TOptions : ClientOptions
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        options.Diagnostics.IsLoggingContentEnabled = false;
        if (policy is not null)
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }
}
