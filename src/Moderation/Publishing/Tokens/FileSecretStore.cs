namespace Moderation.Publishing.Tokens;

/// <summary>One file a secret, readable by its owner only, written whole or not at all.</summary>
public sealed class FileSecretStore(string folder) : ISecretStore
{
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(PathOf(name), cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string name, string value, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        CreateFolder();
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new StreamWriter(draft, options))
            await file.WriteAsync(value.AsMemory(), cancellationToken);
        File.Move(draft, path, overwrite: true);
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder); // a user's own folder is the user's own on Windows
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string PathOf(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? Path.Combine(folder, name)
            : throw new ArgumentException("A secret's name has lower-case letters, digits and hyphens only.", nameof(name));
}
