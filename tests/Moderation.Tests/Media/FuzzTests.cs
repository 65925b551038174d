using Moderation.Media;

namespace Moderation.Tests.Media;

/// <summary>Sound files with bytes changed, cut, doubled and swapped, always in the same way. Each is cleaned or refused with a reason, in time; nothing else may happen.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 150;

    public static TheoryData<string> Seeds => ["jpeg", "progressive", "png", "webp", "gif", "avif", "heic", "photo", "mp4", "film", "mov"];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_mutated_file_is_cleaned_or_refused_with_a_reason(string seed)
    {
        var original = seed switch
        {
            "jpeg" => Pictures.Jpeg(160, 120),
            "progressive" => Pictures.Jpeg(160, 120, progressive: true),
            "png" => Pictures.Png(160, 120),
            "webp" => Pictures.WebP(160, 120),
            "gif" => Pictures.Gif(4),
            "avif" => Pictures.Avif(160, 120),
            "heic" => SampleMedia.Bytes("telefoon.heic"),
            "photo" => SampleMedia.Bytes("herfst.jpg"),
            "mp4" => SampleMedia.Bytes("sportdag.mp4"),
            "film" => new Films().Build(),
            _ => new Films { Brand = "qt  ", MovieLast = true, WideOffsets = true }.Build(),
        };
        using var cleaner = new ImageCleaner(Pictures.Settings);
        var random = new Random(20261122);
        int cleaned = 0, refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var file = Mutate(original, random);
            // One that hangs in a decoder fails here, instead of holding up the run.
            if (await Task.Run(() => CleanAsync(cleaner, file)).WaitAsync(TimeSpan.FromMinutes(2)) is { } refusal)
            {
                Assert.NotEqual("", refusal.Words.Nl);
                refused++;
            }
            else
            {
                cleaned++;
            }
        }
        Assert.Equal(Rounds, cleaned + refused);
        Assert.True(refused > 0, "no mutation did any harm: the test is too mild");
    }

    /// <summary>Null when cleaned, and then proven.</summary>
    private static async Task<MediaRefusal?> CleanAsync(ImageCleaner cleaner, byte[] file)
    {
        switch (await MediaInspection.InspectAsync(new MemoryStream(file), "foto.jpg", Pictures.Settings, default))
        {
            case Inspection.Acceptable { Type: MediaType.Mp4 or MediaType.Mov }:
                return await VideoCleaner.CleanAsync(new MemoryStream(file), default) is VideoCleaning.Refused(var video) ? video : null;
            case Inspection.Acceptable picture:
                var outcome = cleaner.Clean(file, picture.Type, default);
                if (outcome is ImageCleaning.Cleaned(var image))
                    Assert.Empty(MetadataProof.Check(image.Bytes));
                return (outcome as ImageCleaning.Refused)?.Refusal;
            case Inspection.Refused(var refusal):
                return refusal;
            default:
                throw new InvalidOperationException("Neither accepted nor refused.");
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var file = original.ToArray();
        // Half of the changes go into the first bytes, where the structure stands.
        int Place() => random.Next(2) == 0 ? random.Next(Math.Min(file.Length, 1200)) : random.Next(file.Length);
        switch (random.Next(8))
        {
            case 0:
                return file[..random.Next(1, file.Length)];
            case 1:
                var from = Place();
                return [.. file[..from], .. file[random.Next(from, file.Length)..]];
            case 2:
                var at = Place();
                var end = Math.Min(file.Length, at + random.Next(1, 400));
                return [.. file[..end], .. file[at..]];
            case 3:
                var start = Place();
                random.NextBytes(file.AsSpan(start, Math.Min(random.Next(1, 64), file.Length - start)));
                return file;
            case 4:
                // Large and negative sizes.
                var size = Place();
                file.AsSpan(size, Math.Min(4, file.Length - size)).Fill(random.Next(2) == 0 ? (byte)0xFF : (byte)0x7F);
                return file;
            default:
                for (var i = random.Next(1, 12); i > 0; i--)
                    file[Place()] ^= (byte)(1 << random.Next(8));
                return file;
        }
    }
}
