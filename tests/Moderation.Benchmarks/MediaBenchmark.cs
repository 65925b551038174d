using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Moderation.Media;
using NetVips;

namespace Moderation.Benchmarks;

/// <summary>
/// What cleaning a 12-megapixel photo costs beside what libvips itself needs to shrink it while loading: at most 1.3 times, under 300 MB,
/// and ten photos at once do not need the memory of ten.
/// </summary>
[MemoryDiagnoser]
public class MediaBenchmark : IDisposable
{
    private readonly MediaSettings settings = new();
    private readonly ImageCleaner cleaner = new(new MediaSettings());
    private byte[] photo = [];
    private byte[] widePhoto = [];

    [GlobalSetup]
    public void Setup()
    {
        // The loader list and thread count are set with the first picture; without it the two would not run alike.
        cleaner.Clean(Photo(64, 48, wide: false), MediaType.Jpeg, default);
        photo = Photo(4000, 3000, wide: false);
        widePhoto = Photo(4000, 3000, wide: true);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        cleaner.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "libvips: shrink on load, save")]
    public byte[] Thumbnail() => Shrink(photo);

    [Benchmark(Description = "inspect, clean, prove")]
    public byte[] Clean() => Clean(photo);

    [Benchmark(Description = "libvips: shrink on load, save (Display P3)")]
    public byte[] ThumbnailWide() => Shrink(widePhoto);

    [Benchmark(Description = "inspect, clean, prove (Display P3)")]
    public byte[] CleanWide() => Clean(widePhoto);

    /// <summary>Prints the figures the goal is set in: the ratio in one run, and the highest memory of the process for one photo and for ten at once.</summary>
    public static async Task ReportAsync()
    {
        using var benchmark = new MediaBenchmark();
        benchmark.Setup();
        // A thumbnail keeps a Display P3 profile, and we may not; the last line says what libvips needs when it also converts.
        foreach (var (name, plain, clean) in new (string, Func<byte[]>, Func<byte[]>)[]
        {
            ("sRGB", benchmark.Thumbnail, benchmark.Clean),
            ("Display P3", benchmark.ThumbnailWide, benchmark.CleanWide),
            ("Display P3, thumbnail made sRGB", () => Shrink(benchmark.widePhoto, "srgb"), benchmark.CleanWide),
        })
        {
            var (thumbnail, cleaned) = Alternate(plain, clean, rounds: 31);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"12 MP {name}: thumbnail {thumbnail.Wall:0} ms, clean {cleaned.Wall:0} ms, ratio {cleaned.Wall / thumbnail.Wall:0.00} (goal 1.30); processor {thumbnail.Processor:0} and {cleaned.Processor:0} ms, ratio {cleaned.Processor / thumbnail.Processor:0.00}"));
        }
        var idle = ResetPeak();
        benchmark.Clean();
        var one = Peak();
        ResetPeak();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            using (await benchmark.cleaner.TurnAsync(default))
                return benchmark.Clean(benchmark.photo.ToArray());
        })));
        var ten = Peak();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: idle {idle} MB, one photo {one} MB, ten at once {ten} MB (goal 300 MB)"));
    }

    private static byte[] Shrink(byte[] file, string? profile = null)
    {
        using var small = Image.ThumbnailBuffer(file, ImageCleaner.MaxSide, height: ImageCleaner.MaxSide, size: Enums.Size.Down, outputProfile: profile);
        return small.JpegsaveBuffer(q: 85);
    }

    private byte[] Clean(byte[] file)
    {
        if (MediaInspection.Inspect(file, "foto.jpg", settings) is not Inspection.Acceptable found || cleaner.Clean(file, found.Type, default) is not ImageCleaning.Cleaned(var image))
            throw new InvalidOperationException("The photo was refused.");
        return image.Bytes;
    }

    /// <summary>Medians in milliseconds of two things done in turn, so that a busy machine slows both.</summary>
    private static (Cost First, Cost Second) Alternate(Func<byte[]> first, Func<byte[]> second, int rounds)
    {
        var costs = (First: new List<Cost>(), Second: new List<Cost>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (action, list) in new[] { (first, costs.First), (second, costs.Second) })
            {
                var start = Stopwatch.GetTimestamp();
                var processor = Environment.CpuUsage.TotalTime;
                action();
                if (round > 0) // the first warms up
                    list.Add(new(Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds));
            }
        }
        return (Median(costs.First), Median(costs.Second));
    }

    private static Cost Median(List<Cost> costs) =>
        new(costs.Select(c => c.Wall).Order().ElementAt(costs.Count / 2), costs.Select(c => c.Processor).Order().ElementAt(costs.Count / 2));

    /// <param name="Wall">Milliseconds on the clock.</param>
    /// <param name="Processor">Milliseconds of the whole process on any core.</param>
    private readonly record struct Cost(double Wall, double Processor);

    /// <summary>Sets the kernel's high-water mark back to what is in use now (proc(5), clear_refs); megabytes.</summary>
    private static long ResetPeak()
    {
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Peak();
    }

    private static long Peak() =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>A photo with the grain of a camera, some 5 MB at 12 megapixels, with EXIF inside.</summary>
    private static byte[] Photo(int width, int height, bool wide)
    {
        using var slope = Image.Xyz(width, height)[0] * (200.0 / width) + 20;
        using var grain = Image.Gaussnoise(width, height, mean: 0, sigma: 12, seed: 7);
        using var bands = (slope + grain).Bandjoin(slope * 0.7 + grain + 30, slope * 0.4 + grain + 60);
        using var picture = bands.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        using var coloured = wide ? picture.IccTransform("p3", inputProfile: "srgb") : picture.Copy();
        using var marked = coloured.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd0-Artist", "M. Visser");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "52/1 31/1 0/1");
        });
        return marked.JpegsaveBuffer(q: 90);
    }
}
