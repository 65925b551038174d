using Moderation.Drafts;
using Moderation.Media;
using Moderation.Storage;
using Moderation.Tests.Infrastructure;

namespace Moderation.Tests.Media;

/// <summary>Uploads that nobody finishes, sends on or uses.</summary>
public sealed class MediaSweepTests(AzuriteFixture azurite)
{
    private const string Owner = "visser";

    [Fact]
    public async Task File_whose_message_was_lost_is_cleaned_all_the_same()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await UploadAsync(system);

        await TidyAsync(system, TimeSpan.FromMinutes(14));
        await system.PumpAsync();
        Assert.Equal(MediaState.Cleaning, await StateAsync(system, id)); // its message may still be on the way

        await TidyAsync(system, TimeSpan.FromMinutes(2));
        await system.PumpAsync();
        Assert.Equal(MediaState.Ready, await StateAsync(system, id));
        await AssertNoOriginalsAsync(system);
    }

    [Fact]
    public async Task Upload_that_was_never_completed_goes_with_its_blocks()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var store = system.Get<MediaStore>();
        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, "half.jpg", 6, default)).Asset.Id;
        await store.PutBlockAsync(id, Owner, 0, new MemoryStream([1, 2, 3]), default);

        await TidyAsync(system, TimeSpan.FromHours(23));
        Assert.Equal(MediaState.Uploading, await StateAsync(system, id));
        await TidyAsync(system, TimeSpan.FromHours(2));
        Assert.Null(await store.FindAsync(id, default));
        await AssertNothingLeftAsync(system);
    }

    [Fact]
    public async Task File_that_no_draft_uses_goes_after_a_while_and_one_that_a_draft_uses_stays()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var (unused, used) = (await UploadAsync(system), await UploadAsync(system, width: 1200));
        await TidyAsync(system, TimeSpan.FromMinutes(16));
        await system.PumpAsync();
        var submission = new Submission
        {
            Text = "De open dag was een succes.",
            Channels = ["website"],
            Media = [new SubmittedMedia { Id = used.ToString(), Alt = "Het plein vol bezoekers." }],
        };
        var accepted = await system.Get<Intake>().SubmitAsync(submission, new User(Owner, "V. Visser", new HashSet<Role> { Role.Submitter }), Intake.Form, default);
        Assert.True(accepted is IntakeResult.Accepted, accepted is IntakeResult.Invalid invalid ? string.Join(", ", invalid.Errors) : accepted.ToString());

        await TidyAsync(system, TimeSpan.FromDays(15));
        Assert.Null(await system.Get<MediaStore>().FindAsync(unused, default));
        Assert.True((await system.Get<MediaStore>().FindAsync(used, default))!.Used); // found, or this fails
        Assert.Equal(1, await CleanedAsync(system));
    }

    [Fact]
    public async Task Refused_file_is_explained_for_a_while_and_then_forgotten()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var id = await UploadAsync(system, file: "%PDF-1.7 niets"u8.ToArray());
        await TidyAsync(system, TimeSpan.FromMinutes(16));
        await system.PumpAsync();
        Assert.Equal(MediaState.Refused, await StateAsync(system, id));

        await TidyAsync(system, TimeSpan.FromDays(15));
        Assert.Null(await system.Get<MediaStore>().FindAsync(id, default));
        await AssertNothingLeftAsync(system);
    }

    [Fact]
    public async Task Deleted_file_can_no_longer_be_handed_in_and_a_file_in_use_can_no_longer_be_deleted()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var store = system.Get<MediaStore>();
        var (first, second) = (await UploadAsync(system), await UploadAsync(system));
        await TidyAsync(system, TimeSpan.FromMinutes(16));
        await system.PumpAsync();

        Assert.True(await store.DeleteUnusedAsync(first, default));
        Assert.False(await store.UseAsync(first, default));
        Assert.True(await store.UseAsync(second, default));
        Assert.False(await store.DeleteUnusedAsync(second, default));
        Assert.Equal(1, await CleanedAsync(system)); // the same picture, and one of the two still has it
    }

    /// <summary>A crash between the two writes of a new upload, or of its deletion.</summary>
    [Fact]
    public async Task Index_row_without_an_upload_is_cleared_up()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var store = system.Get<MediaStore>();
        await store.Open.AddAsync(MediaId.New(), system.Time.GetUtcNow(), default);
        await TidyAsync(system, TimeSpan.FromDays(2));
        Assert.Empty(await store.Open.ListAsync(default).ToListAsync());
    }

    private static async Task TidyAsync(TestSystem system, TimeSpan later)
    {
        system.Time.Advance(later);
        await system.Get<Pipeline>().RunTimerAsync(Pipeline.TidyTimer, default);
    }

    /// <summary>Uploaded and completed, and the message that should follow never sent.</summary>
    private static async Task<MediaId> UploadAsync(TestSystem system, int width = 800, byte[]? file = null)
    {
        var store = system.Get<MediaStore>();
        file ??= Pictures.Jpeg(width, 600);
        var id = Assert.IsType<UploadOutcome.Accepted>(await store.BeginUploadAsync(Owner, "foto.jpg", file.Length, default)).Asset.Id;
        await store.PutBlockAsync(id, Owner, 0, new MemoryStream(file), default);
        Assert.IsType<UploadOutcome.Accepted>(await store.CompleteAsync(id, Owner, 1, default));
        return id;
    }

    private static async Task<MediaState?> StateAsync(TestSystem system, MediaId id) => (await system.Get<MediaStore>().FindAsync(id, default))?.State;

    private static async Task<int> CleanedAsync(TestSystem system) =>
        await system.Outside.Container(StorageNames.Containers.Media).GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, null, default).CountAsync();

    private static async Task AssertNoOriginalsAsync(TestSystem system) =>
        Assert.Equal(0, await system.Outside.Container(StorageNames.Containers.Incoming).GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.All, null, default).CountAsync());

    private static async Task AssertNothingLeftAsync(TestSystem system)
    {
        await AssertNoOriginalsAsync(system);
        Assert.Equal(0, await CleanedAsync(system));
        Assert.Equal(0, await system.Outside.Table(StorageNames.Tables.Media).QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync());
    }
}
