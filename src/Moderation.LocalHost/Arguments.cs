using Moderation.Backup;

namespace Moderation.LocalHost;

/// <summary>What the local host is asked to do.</summary>
public abstract record Arguments
{
    private Arguments()
    {
    }

    /// <summary>Serve the sample school until stopped.</summary>
    public sealed record Serve(int Port, string? Data) : Arguments;

    /// <summary>Play the sample drafts and exit.</summary>
    public sealed record Demo : Arguments;

    /// <summary>Check drafts as JSON lines, storing nothing.</summary>
    public sealed record Check(string File, string? People, string? Guardianships, string? Consents, bool ProcessRules) : Arguments;

    /// <summary>Verify the audit chains of the kept data.</summary>
    public sealed record Verify(string? Data) : Arguments;

    /// <summary>Make a backup of all tables now.</summary>
    public sealed record Backup(string? Data) : Arguments;

    /// <summary>List the backups there are.</summary>
    public sealed record Backups(string? Data) : Arguments;

    /// <summary>Put a backup back; <paramref name="Replace"/> also over what is there.</summary>
    public sealed record RestoreFrom(string Name, string? Data, bool Replace) : Arguments;

    /// <summary>Import pupils and consents from a CSV file, or undo an import.</summary>
    /// <param name="File">Null when an import is undone.</param>
    /// <param name="Profile">Name of a saved layout of the columns.</param>
    /// <param name="Mapping">File with a layout, as JSON.</param>
    public sealed record Import(string? File, string? Profile, string? Mapping, bool Apply, bool All, string? Undo, string? Data) : Arguments;

    public sealed record Help : Arguments;

    /// <summary>The words make no sense; <paramref name="Why"/> says what is wrong.</summary>
    public sealed record Wrong(string Why) : Arguments;

    public const int DefaultPort = 7071;

    public const string Usage = """
        Usage: dotnet run --project src/Moderation.LocalHost [-- COMMAND]

          (nothing)                 serve the sample school at http://localhost:7071
              --port N              another port
              --data FOLDER         another folder for the data (default .local/data)
          demo                      play the sample drafts, print a table, exit 0 if all ended as expected
          check FILE                check drafts, one JSON object a line; - reads standard input
              --people FILE         people instead of the sample school's (CSV)
              --consents FILE       consents instead of the sample school's (CSV)
              --guardianships FILE  who has authority over whom (CSV)
              --process-rules       also apply the rules about how a draft was made
          verify                    verify the audit chains of the kept data, in themselves and against their anchors
          import FILE               show what a CSV file of Magister or Somtoday would change in the register
              --apply               and apply it
              --all                 print every row
              --profile NAME        a saved layout of the columns instead of a guess
              --mapping FILE        a layout as JSON, kept under its name
              --data FOLDER
          import --undo ID          undo an import
              --data FOLDER
          backup                    make a backup of all tables now
              --data FOLDER
          backups                   list the backups, the latest first
              --data FOLDER
          restore NAME              put a backup back into empty tables; everything unfinished is held, everything is stopped
              --replace             also into tables that are not empty; a backup of them is made first
              --data FOLDER

        With Storage__AccountName set, verify, backup, backups and restore work on that account in Azure, signed in as you.
          help                      this text
        """;

    public static Arguments Parse(string[] words)
    {
        var rest = new Queue<string>(words);
        var command = rest.Count > 0 && !rest.Peek().StartsWith("--", StringComparison.Ordinal) ? rest.Dequeue() : "serve";
        if (command is "help" || words is ["--help"] or ["-h"])
            return new Help();

        string? file = null;
        if (command == "import" && rest.TryPeek(out var first) && !first.StartsWith("--", StringComparison.Ordinal))
            file = rest.Dequeue();
        if (command == "check" && !rest.TryDequeue(out file))
            return new Wrong("check needs a file, or - for standard input.");
        if (command == "restore" && (!rest.TryDequeue(out file) || !BackupName.TryParse(file, out _)))
            return new Wrong("restore needs the name of a backup, such as 2026-11-25; the command backups lists them.");

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rest.TryDequeue(out var name))
        {
            if (!Options(command).Contains(name))
                return new Wrong($"'{command}' does not know '{name}'.");
            if (name is "--process-rules" or "--replace" or "--apply" or "--all")
                options[name] = "";
            else if (!rest.TryDequeue(out var value) || value.StartsWith("--", StringComparison.Ordinal))
                return new Wrong($"{name} needs a value.");
            else
                options[name] = value;
        }

        string? Option(string name) => options.GetValueOrDefault(name);
        switch (command)
        {
            case "serve":
                var port = DefaultPort;
                if (Option("--port") is { } text && (!int.TryParse(text, out port) || port is < 1 or > 65535))
                    return new Wrong("--port needs a number from 1 to 65535.");
                return new Serve(port, Option("--data"));
            case "demo":
                return new Demo();
            case "check":
                if (Option("--people") is null != Option("--consents") is null)
                    return new Wrong("Give --people and --consents together: consents are about people.");
                return new Check(file!, Option("--people"), Option("--guardianships"), Option("--consents"), options.ContainsKey("--process-rules")); // dequeued above
            case "import":
                return (file is null) == (Option("--undo") is null)
                    ? new Wrong("import needs a file, or --undo with the id of an import.")
                    : new Import(file, Option("--profile"), Option("--mapping"), options.ContainsKey("--apply"), options.ContainsKey("--all"), Option("--undo"), Option("--data"));
            case "verify":
                return new Verify(Option("--data"));
            case "backup":
                return new Backup(Option("--data"));
            case "backups":
                return new Backups(Option("--data"));
            case "restore":
                return new RestoreFrom(file!, Option("--data"), options.ContainsKey("--replace")); // dequeued above
            default:
                return new Wrong($"There is no command '{command}'.");
        }
    }

    private static string[] Options(string command) => command switch
    {
        "serve" => ["--port", "--data"],
        "check" => ["--people", "--consents", "--guardianships", "--process-rules"],
        "verify" or "backup" or "backups" => ["--data"],
        "restore" => ["--data", "--replace"],
        "import" => ["--apply", "--all", "--profile", "--mapping", "--undo", "--data"],
        _ => [],
    };
}
