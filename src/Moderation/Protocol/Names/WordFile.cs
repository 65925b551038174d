namespace Moderation.Protocol.Names;

/// <summary>The word lists beside this file, embedded in the assembly: one entry a line, <c>#</c> starts a comment.</summary>
internal static class WordFile
{
    /// <param name="name">File name without <c>.txt</c>.</param>
    public static IEnumerable<string> Read(string name)
    {
        var resource = $"{typeof(WordFile).Namespace}.{name}.txt";
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (comment < 0 ? line : line[..comment]).Trim();
            if (entry.Length > 0)
                yield return entry;
        }
    }
}
