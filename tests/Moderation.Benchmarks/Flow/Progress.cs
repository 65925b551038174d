namespace Moderation.Benchmarks.Flow;

/// <summary>A bar over the whole run on one line of a terminal; one line a step where the output is a file.</summary>
internal sealed class Progress(int total)
{
    private const int Width = 30;
    private readonly Lock writing = new();
    private int done;
    private string last = "";

    /// <summary>Says what is being measured now.</summary>
    public void Begin(string what)
    {
        lock (writing)
        {
            if (Console.IsOutputRedirected && what != last)
                Console.WriteLine($"{done}/{total}  {what}");
            last = what;
            Draw();
        }
    }

    public void Step(int steps = 1)
    {
        lock (writing)
        {
            done = Math.Min(done + steps, total);
            Draw();
        }
    }

    /// <summary>Clears the line.</summary>
    public void End()
    {
        if (!Console.IsOutputRedirected)
            Console.Write("\r" + new string(' ', 110) + "\r");
    }

    private void Draw()
    {
        if (Console.IsOutputRedirected)
            return;
        var filled = Width * done / total;
        Console.Write($"\r[{new string('█', filled)}{new string('░', Width - filled)}] {done * 100 / total,3} %  {last.PadRight(60)}");
    }
}
