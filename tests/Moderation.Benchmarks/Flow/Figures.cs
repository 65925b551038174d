using System.Globalization;

namespace Moderation.Benchmarks.Flow;

/// <summary>Medians and columns.</summary>
internal static class Figures
{
    /// <param name="share">0.5 for the median.</param>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>With the mean of the middle two: there are few slices.</summary>
    public static double Median(IReadOnlyCollection<double> values) => (Percentile(values, 0.5) - Percentile(values.Select(v => -v), 0.5)) / 2;

    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Percent(double ratio) => Text(100 * ratio, "0") + " %";

    /// <summary>First column to the left, the others to the right.</summary>
    public static void Print(string title, IReadOnlyList<string[]> rows)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? r[c].Length : 0)).ToArray();
        foreach (var row in rows)
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
    }
}
