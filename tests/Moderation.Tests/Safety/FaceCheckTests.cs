using Moderation.Consent;
using Moderation.Drafts;
using Moderation.Protocol;
using Moderation.Screening;

namespace Moderation.Tests.Safety;

public sealed class FaceCheckTests
{
    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(3, 3, false)]
    [InlineData(4, 3, false)] // somebody may be recognisable by more than a face
    [InlineData(2, null, false)]
    [InlineData(null, 3, false)] // without a number R24 asks for one already
    public void Only_more_faces_than_were_declared_are_for_a_colleague(int? declared, int? faces, bool held)
    {
        var findings = FaceCheck.Findings(Post(declared, MediaKind.Photo), new Dictionary<string, int?> { ["aa"] = faces });
        Assert.Equal(held, findings.Any(f => f is { Rule: "R24", Action: FindingAction.Hold, Field: "media[0]", Person: null }));
        Assert.Equal(held ? 1 : 0, findings.Count);
    }

    [Fact]
    public void Film_is_not_counted()
    {
        Assert.Empty(FaceCheck.Wanted(Post(2, MediaKind.Film)));
        Assert.Equal(["aa"], FaceCheck.Wanted(Post(2, MediaKind.Photo)));
    }

    [Fact]
    public async Task Without_a_counter_no_picture_is_opened_for_it()
    {
        Assert.False(new NoFaceCounter().Counts);
        Assert.Null(await new NoFaceCounter().CountAsync(BinaryData.Empty, default));
    }

    private static DraftContent Post(int? declared, MediaKind kind) => new()
    {
        Text = "De klas op het plein.",
        Channels = ["website"],
        Media = [new AttachedMedia { Name = "plein.jpg", Sha256 = "aa", Kind = kind, Recognisable = declared }],
    };
}
