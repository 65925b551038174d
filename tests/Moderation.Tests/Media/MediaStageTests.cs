using Moderation.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;
using Moderation.Media;

namespace Moderation.Tests.Media;

public sealed class MediaStageTests(AzuriteFixture azurite) : IDisposable
{
    private const string Owner = "visser";
    private readonly ImageCleaner cleaner = new(Pictures.Settings);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => cleaner.Dispose();

    [Theory]
    [InlineData("schoolgebouw.jpg", MediaType.Jpeg, 1600, 1200)]
    [InlineData("schoolplein-staand.jpg", MediaType.Jpeg, 900, 1200)]
    [InlineData("telefoon.heic", MediaType.Jpeg, 1600, 1200)]
    [InlineData("robotica.png", MediaType.Png, 900, 900)]
    [InlineData("sportdag.mp4", MediaType.Mp4, 640, 480)]
    public async Task An_upload_becomes_ready_and_its_original_is_gone(string name, MediaType type, int width, int height)
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var asset = await StageOf(store).HandleAsync(await UploadAsync(store, name, SampleMedia.Bytes(name), blockBytes: 30_000), default);

        var cleaned = asset!.Cleaned!; // ready, so cleaned
        Assert.Equal((MediaState.Ready, type, width, height), (asset.State, cleaned.Type, cleaned.Width, cleaned.Height));
        Assert.Equal(type == MediaType.Mp4, cleaned.HasSound && cleaned.Duration > TimeSpan.FromSeconds(3));
        await AssertNoOriginals(storage);
        var opened = await store.Cleaned.OpenAsync(cleaned.Sha256, default);
        using var bytes = new MemoryStream();
        await opened!.Content.CopyToAsync(bytes); // stored, so found
        Assert.Equal(cleaned.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())));
        Assert.Equal((cleaned.Bytes, type.ContentType()), (bytes.Length, opened.ContentType));
        Assert.Equal(asset, await store.FindAsync(asset.Id, default));
    }

    [Fact]
    public async Task Rights_and_time_of_the_original_stay_with_the_upload()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var asset = await StageOf(store).HandleAsync(await UploadAsync(store, "herfst.jpg", SampleMedia.Bytes("herfst.jpg")), default);
        Assert.Equal(("Shutterstock", new DateTime(2025, 10, 11, 16, 20, 0)), (asset!.Cleaned!.Rights.StockLibrary, asset.Cleaned.TakenAt)); // ready
    }

    [Fact]
    public async Task A_refused_upload_says_why_and_loses_its_original()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var asset = await StageOf(store).HandleAsync(await UploadAsync(store, "verslag.jpg", "%PDF-1.7 niets"u8.ToArray()), default);
        Assert.Equal((MediaState.Refused, "not_allowed.pdf"), (asset!.State, asset.Refusal!.Code)); // refused, so with a refusal
        Assert.Equal(asset, await store.FindAsync(asset.Id, default));
        await AssertNoOriginals(storage);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_storage_call_breaks_a_redelivery_finishes_the_work(bool after)
    {
        foreach (var name in new[] { "muzieklokaal.jpg", "sportdag.mp4" })
        {
            for (var call = 0; ; call++)
            {
                Assert.True(call < 100, "the stage makes endlessly many calls");
                var storage = await MediaStorage.CreateAsync(azurite);
                var store = StoreOf(storage);
                var id = await UploadAsync(store, name, SampleMedia.Bytes(name));
                storage.Disturbance.Arm(call, after);
                try
                {
                    await StageOf(store).HandleAsync(id, default);
                }
                catch (Exception error) when (error is IOException or Azure.RequestFailedException or AggregateException)
                {
                    // The queue hides the message and delivers it again.
                }
                storage.Disturbance.Disarm();
                var asset = await StageOf(store).HandleAsync(id, default);
                Assert.Equal(MediaState.Ready, asset!.State); // it exists
                Assert.NotNull(await store.Cleaned.OpenAsync(asset.Cleaned!.Sha256, default)); // ready, so cleaned
                await AssertNoOriginals(storage);
                if (!storage.Disturbance.Struck)
                    break;
            }
        }
    }

    [Fact]
    public async Task Two_workers_on_one_upload_agree()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var id = await UploadAsync(store, "toneel.jpg", SampleMedia.Bytes("toneel.jpg"));
        using var other = new ImageCleaner(Pictures.Settings);
        var both = await Task.WhenAll(Task.Run(() => StageOf(store).HandleAsync(id, default)), Task.Run(() => new MediaStage(store, other, Pictures.Settings).HandleAsync(id, default)));
        Assert.All(both, asset => Assert.Equal(MediaState.Ready, asset!.State)); // it exists
    }

    [Fact]
    public async Task A_file_that_keeps_killing_the_process_is_given_up()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var id = await UploadAsync(store, "toneel.jpg", SampleMedia.Bytes("toneel.jpg"));
        for (var i = 0; i < MediaStore.MaxTries; i++)
            await store.StartCleaningAsync(id, default); // and then the process dies
        var asset = await StageOf(store).HandleAsync(id, default);
        Assert.Equal((MediaState.Refused, "unprocessable"), (asset!.State, asset.Refusal!.Code)); // refused, so with a refusal
        await AssertNoOriginals(storage);
    }

    [Fact]
    public async Task A_message_that_comes_before_the_upload_is_complete_or_after_it_is_deleted_does_nothing()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var begun = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, "a.jpg", 10, default)).Asset;
        Assert.Null(await StageOf(store).HandleAsync(begun.Id, default));
        Assert.Equal(MediaState.Uploading, (await store.FindAsync(begun.Id, default))!.State); // it exists
        Assert.Null(await StageOf(store).HandleAsync(MediaId.New(), default));
    }

    [Fact]
    public async Task Blocks_may_come_twice_and_in_any_order()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var file = SampleMedia.Bytes("berlijn.jpg");
        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, "berlijn.jpg", file.Length, default)).Asset.Id;
        foreach (var (index, block) in file.Chunk(10_000).Index().Reverse().Concat(file.Chunk(10_000).Index().Take(3)))
            Assert.IsType<UploadOutcome.Accepted>(await store.PutBlockAsync(id, Owner, index, new MemoryStream(block), default));
        var blocks = (file.Length + 9_999) / 10_000;
        Assert.IsType<UploadOutcome.Refused>(await store.CompleteAsync(id, Owner, blocks + 1, default));
        Assert.IsType<UploadOutcome.Refused>(await store.CompleteAsync(id, Owner, blocks - 1, default));
        Assert.IsType<UploadOutcome.Accepted>(await store.CompleteAsync(id, Owner, blocks, default));
        Assert.IsType<UploadOutcome.Accepted>(await store.CompleteAsync(id, Owner, blocks, default));
        Assert.IsType<UploadOutcome.Closed>(await store.PutBlockAsync(id, Owner, 0, new MemoryStream([1]), default));
        Assert.Equal(MediaState.Ready, (await StageOf(store).HandleAsync(id, default))!.State); // it exists
        Assert.Equal(MediaState.Ready, Assert.IsType<UploadOutcome.Accepted>(await store.CompleteAsync(id, Owner, blocks, default)).Asset.State);
    }

    [Fact]
    public async Task Too_much_is_refused_at_the_beginning_and_at_every_block()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        Assert.Equal("too_large", Assert.IsType<UploadOutcome.Refused>(await store.BeginUploadAsync(Owner, "a.jpg", 40_000_001, default)).Refusal.Code);
        Assert.Equal("too_large", Assert.IsType<UploadOutcome.Refused>(await store.BeginUploadAsync(Owner, "a.mp4", 1_000_000_001, default)).Refusal.Code);
        Assert.Equal("empty", Assert.IsType<UploadOutcome.Refused>(await store.BeginUploadAsync(Owner, "a.mp4", 0, default)).Refusal.Code);

        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, "a.mp4", 20_000_000, default)).Asset.Id;
        Assert.Equal("block_too_large", await RefusalOf(MediaSettings.MaxBlockBytes + 1, 0));
        Assert.IsType<UploadOutcome.Accepted>(await store.PutBlockAsync(id, Owner, 0, new MemoryStream(new byte[8_000_000]), default));
        Assert.IsType<UploadOutcome.Accepted>(await store.PutBlockAsync(id, Owner, 1, new MemoryStream(new byte[8_000_000]), default));
        Assert.Equal("block_too_large", await RefusalOf(4_000_001, 2));
        Assert.Equal("block_too_large", await RefusalOf(10, 50_000));
        Assert.IsType<UploadOutcome.Accepted>(await store.PutBlockAsync(id, Owner, 2, new MemoryStream(new byte[4_000_000]), default));

        async Task<string> RefusalOf(int bytes, int index) =>
            Assert.IsType<UploadOutcome.Refused>(await store.PutBlockAsync(id, Owner, index, new MemoryStream(new byte[bytes]), default)).Refusal.Code;
    }

    [Fact]
    public async Task Somebody_elses_upload_does_not_exist()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, "a.jpg", 3, default)).Asset.Id;
        Assert.IsType<UploadOutcome.NotFound>(await store.PutBlockAsync(id, "iemand-anders", 0, new MemoryStream([1, 2, 3]), default));
        Assert.IsType<UploadOutcome.NotFound>(await store.CompleteAsync(id, "iemand-anders", 1, default));
        Assert.Null(await store.FindOwnAsync(id, "iemand-anders", default));
        Assert.NotNull(await store.FindOwnAsync(id, Owner, default));
    }

    [Fact]
    public async Task Equal_files_share_one_blob_until_the_last_is_deleted()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var first = await StageOf(store).HandleAsync(await UploadAsync(store, "a.jpg", SampleMedia.Bytes("gala.jpg")), default);
        var second = await StageOf(store).HandleAsync(await UploadAsync(store, "b.jpg", SampleMedia.Bytes("gala.jpg")), default);
        var sha256 = first!.Cleaned!.Sha256; // ready
        Assert.Equal(sha256, second!.Cleaned!.Sha256); // ready
        await store.DeleteAsync(first.Id, default);
        await store.DeleteAsync(first.Id, default);
        Assert.NotNull(await store.Cleaned.OpenAsync(sha256, default));
        await store.DeleteAsync(second.Id, default);
        Assert.Null(await store.Cleaned.OpenAsync(sha256, default));
        Assert.Null(await store.FindAsync(second.Id, default));
        var third = await StageOf(store).HandleAsync(await UploadAsync(store, "c.jpg", SampleMedia.Bytes("gala.jpg")), default);
        Assert.NotNull(await store.Cleaned.OpenAsync(third!.Cleaned!.Sha256, default)); // ready
    }

    [Fact]
    public async Task An_upload_deleted_while_it_is_cleaned_leaves_nothing_behind()
    {
        var storage = await MediaStorage.CreateAsync(azurite);
        var store = StoreOf(storage);
        var id = await UploadAsync(store, "gala.jpg", SampleMedia.Bytes("gala.jpg"));
        using var turn = await cleaner.TurnAsync(default);
        var cleaning = StageOf(store).HandleAsync(id, default); // waits for its turn
        turn.Dispose();
        await store.DeleteAsync(id, default);
        try
        {
            await cleaning;
        }
        catch (Azure.RequestFailedException error) when (error.Status is 404 or 412)
        {
            // The original went while it was read: the message comes again.
        }
        await StageOf(store).HandleAsync(id, default);
        Assert.Null(await store.FindAsync(id, default));
        await AssertNoOriginals(storage);
        await foreach (var blob in storage.Media.GetBlobsAsync())
            Assert.Fail($"{blob.Name} is left");
    }

    private MediaStore StoreOf(MediaStorage storage) => new(storage.Incoming, storage.Media, storage.Table, Pictures.Settings, clock);

    private MediaStage StageOf(MediaStore store) => new(store, cleaner, Pictures.Settings);

    private static async Task<MediaId> UploadAsync(MediaStore store, string name, byte[] file, int blockBytes = 1_000_000)
    {
        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, name, file.Length, default)).Asset.Id;
        var blocks = file.Chunk(blockBytes).ToList();
        for (var i = 0; i < blocks.Count; i++)
            Assert.IsType<UploadOutcome.Accepted>(await store.PutBlockAsync(id, Owner, i, new MemoryStream(blocks[i]), default));
        Assert.IsType<UploadOutcome.Accepted>(await store.CompleteAsync(id, Owner, blocks.Count, default));
        return id;
    }

    private static async Task AssertNoOriginals(MediaStorage storage)
    {
        await foreach (var blob in storage.Incoming.GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.All, null, default))
            Assert.Fail($"{blob.Name} is left in incoming");
    }
}
