namespace Moderation.LocalHost.Storage;

/// <summary>Where the local host keeps its things: <c>.local</c> beside the solution, which git ignores.</summary>
public static class LocalFolders
{
    /// <summary>The folder that holds <c>Moderation.sln</c>, or the current folder outside a checkout.</summary>
    public static string Root { get; } = FindRoot();

    public static string Local => Path.Combine(Root, ".local");

    public static string Tools => Path.Combine(Local, "tools");

    public static string Samples => Path.Combine(Root, "samples");

    private static string FindRoot()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Moderation.sln")))
                    return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }
}
