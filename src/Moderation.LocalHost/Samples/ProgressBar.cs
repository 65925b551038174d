namespace Moderation.LocalHost.Samples;

/// <summary>A bar on one line of a terminal; a line now and then where the output is a file.</summary>
public static class ProgressBar
{
    private const int Width = 40;
    private static readonly Lock Writing = new();

    public static void Show(int done, int total) => Show(done, total, "drafts settled");

    /// <param name="what">What is counted, for an output that is a file.</param>
    public static void Show(int done, int total, string what)
    {
        lock (Writing)
        {
            if (!Console.IsOutputRedirected)
            {
                var filled = total == 0 ? Width : Width * done / total;
                Console.Write($"\r[{new string('█', filled)}{new string('░', Width - filled)}] {done}/{total} ");
                if (done == total)
                    Console.WriteLine();
            }
            else if (done == total || done % 10 == 0)
            {
                Console.WriteLine($"{done}/{total} {what}");
            }
        }
    }
}
