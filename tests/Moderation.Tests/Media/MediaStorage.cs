using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Media;

/// <summary>Containers and a table of its own for one test, and a policy that breaks its calls.</summary>
internal sealed class MediaStorage
{
    private MediaStorage(BlobContainerClient incoming, BlobContainerClient media, TableClient table, Disturbance disturbance) =>
        (Incoming, Media, Table, Disturbance) = (incoming, media, table, disturbance);

    public BlobContainerClient Incoming { get; }

    public BlobContainerClient Media { get; }

    public TableClient Table { get; }

    public Disturbance Disturbance { get; }

    public static async Task<MediaStorage> CreateAsync(AzuriteFixture azurite)
    {
        var connection = azurite.ConnectionString;
        var disturbance = new Disturbance();
        var blobOptions = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        var tableOptions = new TableClientOptions { Retry = { MaxRetries = 0 } };
        blobOptions.AddPolicy(disturbance, HttpPipelinePosition.PerCall);
        tableOptions.AddPolicy(disturbance, HttpPipelinePosition.PerCall);
        var name = $"t{Guid.NewGuid():N}";
        var blobs = new BlobServiceClient(connection, blobOptions);
        var storage = new MediaStorage(blobs.GetBlobContainerClient($"in-{name}"), blobs.GetBlobContainerClient($"media-{name}"), new TableClient(connection, name, tableOptions), disturbance);
        await storage.Incoming.CreateAsync();
        await storage.Media.CreateAsync();
        await storage.Table.CreateAsync();
        return storage;
    }
}

/// <summary>Breaks one storage call, counted from when it is armed, before or after the service has acted on it.</summary>
internal sealed class Disturbance : HttpPipelinePolicy
{
    private int countdown = -1;
    private bool afterwards;

    /// <summary>True when the armed call came by.</summary>
    public bool Struck { get; private set; }

    public void Arm(int call, bool after) => (countdown, afterwards, Struck) = (call, after, false);

    public void Disarm() => countdown = -1;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Everything here is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var strikes = countdown >= 0 && Interlocked.Decrement(ref countdown) == -1;
        if (strikes)
            Struck = true;
        if (strikes && !afterwards)
            throw new IOException("The call never arrived.");
        await ProcessNextAsync(message, pipeline);
        if (strikes)
            throw new IOException("The answer got lost.");
    }
}
