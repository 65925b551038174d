using System.Text;
using Azure.Data.Tables;

namespace Moderation.Storage;

/// <summary>Long text spread over properties of one row: a string property holds at most 64 KiB.</summary>
public static class Chunks
{
    private const int Size = 32_000;

    /// <summary>Writes <paramref name="text"/> into <c>name0</c>, <c>name1</c>, … of <paramref name="row"/>.</summary>
    public static void Write(TableEntity row, string name, string text)
    {
        var index = 0;
        for (var at = 0; at == 0 || at < text.Length;)
        {
            var take = Math.Min(Size, text.Length - at);
            // Azurite and Azure both carry JSON: a pair cut in two would come back as two question marks.
            if (at + take < text.Length && char.IsHighSurrogate(text[at + take - 1]))
                take--;
            row[$"{name}{index++}"] = text.Substring(at, take);
            at += Math.Max(take, 1);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, or null when the row has no such text.</summary>
    public static string? Read(TableEntity row, string name)
    {
        if (row.GetString(name + "0") is not { } first)
            return null;
        if (!row.ContainsKey(name + "1"))
            return first;
        var text = new StringBuilder(first);
        for (var index = 1; row.GetString($"{name}{index}") is { } next; index++)
            text.Append(next);
        return text.ToString();
    }
}
