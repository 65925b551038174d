using System.Collections.Concurrent;
using Moderation.Storage;

namespace Moderation.LocalHost.Wall;

/// <summary>The school wall's own memory: kept in a folder while serving, in memory for the demo and the tests. It belongs to no account of the system.</summary>
public sealed class WallStore
{
    private readonly string? folder;
    private readonly Lock writing = new();
    private readonly List<WallEntry> posts = [];
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public WallStore(string? folder)
    {
        this.folder = folder;
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        if (File.Exists(PostsFile))
            posts.AddRange(File.ReadLines(PostsFile).Where(l => l.Length > 0).Select(Json.Read<WallEntry>));
    }

    private string PostsFile => Path.Combine(folder ?? "", "posts.jsonl");

    /// <summary>Every call makes a new post: there is no idempotency key.</summary>
    public WallEntry Add(WallRequest request, DateTimeOffset at)
    {
        var entry = new WallEntry(Guid.NewGuid().ToString("N"), request.Channel, request.Title, request.Text, request.Byline, request.Media, at);
        lock (writing)
        {
            posts.Add(entry);
            if (folder is not null)
                File.AppendAllText(PostsFile, Json.Write(entry) + "\n");
        }

        return entry;
    }

    /// <returns>False when it was not there.</returns>
    public bool Remove(string id)
    {
        lock (writing)
        {
            if (posts.RemoveAll(p => p.Id == id) == 0)
                return false;
            if (folder is not null)
                File.WriteAllLines(PostsFile, posts.Select(Json.Write));
            return true;
        }
    }

    public IReadOnlyList<WallEntry> All()
    {
        lock (writing)
            return [.. posts];
    }

    public string AddFile(byte[] content)
    {
        var id = Guid.NewGuid().ToString("N");
        if (folder is null)
            files[id] = content;
        else
            File.WriteAllBytes(Path.Combine(folder, id + ".file"), content);
        return id;
    }

    public byte[]? FindFile(string id)
    {
        if (!Guid.TryParseExact(id, "N", out _))
            return null;
        if (folder is null)
            return files.GetValueOrDefault(id);
        var path = Path.Combine(folder, id + ".file");
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}

public sealed record WallEntry(
    string Id, string Channel, string? Title, string Text, string? Byline, IReadOnlyList<WallMedia> Media, DateTimeOffset At);

public sealed record WallMedia(string Id, string? Alt, string? Caption);

public sealed record WallRequest(string Channel, string? Title, string Text, string? Byline, IReadOnlyList<WallMedia> Media);
