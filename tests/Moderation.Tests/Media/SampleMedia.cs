namespace Moderation.Tests.Media;

/// <summary>The committed sample files.</summary>
internal static class SampleMedia
{
    private static readonly string Folder = Find();

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static IEnumerable<string> Names => Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Moderation.sln")))
                return Path.Combine(folder.FullName, "samples", "media");
        }
        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
