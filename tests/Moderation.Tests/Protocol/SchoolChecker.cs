using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Moderation.LocalHost.Samples;
using Moderation.LocalHost.Storage;
using Moderation.Protocol;
using Moderation.Publishing;
using Moderation.Safety;
using Moderation.Screening;

namespace Moderation.Tests.Protocol;

/// <summary>The command <c>check</c> with the sample school: the same path that the command takes.</summary>
internal static class SchoolChecker
{
    private static readonly Lazy<PostChecker> Checker = new(static () =>
    {
        var time = new FakeTimeProvider(Given.Noon);
        var register = SampleSchool.Load(LocalFolders.Samples, time.GetUtcNow());
        return new PostChecker(new Facts(register, ChannelRegister.School, Rulebook.School), new SafetySettings(), time);
    });

    public static CheckedPost Json(string post) => Checker.Value.Check($$"""{"id":"1",{{post.TrimStart()[1..]}}""");

    public static CheckedPost Text(string text, string[]? channels = null) =>
        Checker.Value.Check(JsonSerializer.Serialize(new { id = "1", text, channels = channels ?? ["website"] }));

    public static bool Stops(CheckedPost post) => post.Outcome is "held" or "blocked";

    /// <summary>Lines of a data file of this folder that are no remarks; in some, several sentences stand on one line between bars.</summary>
    public static IEnumerable<string> Lines(string file) =>
        Names.SchoolRoll.Lines(Path.Combine("..", file)).SelectMany(static l => l.Split(" | "));
}
