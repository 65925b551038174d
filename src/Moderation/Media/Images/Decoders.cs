using ImageMagick;
using ImageMagick.Configuration;
using NetVips;

namespace Moderation.Media.Images;

/// <summary>
/// Shuts everything in the two native libraries that this program does not use, once, before the first picture.
/// A loader that is not named here cannot be reached by any file, whatever it claims to be.
/// </summary>
internal static class Decoders
{
    private static readonly string[] Loaders = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"];

    private const string HeicOnly = """
        <?xml version="1.0" encoding="UTF-8"?>
        <policymap>
          <policy domain="delegate" rights="none" pattern="*" />
          <policy domain="filter" rights="none" pattern="*" />
          <policy domain="path" rights="none" pattern="@*" />
          <policy domain="coder" rights="none" pattern="*" />
          <policy domain="coder" rights="read" pattern="HEIC" />
        </policymap>
        """;

    private static readonly Lazy<bool> Vips = new(() =>
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block(loader, false);
        // Every picture is seen once: a cache would only hold memory. One thread a picture keeps the host's other work running.
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        // libvips warns on standard error with what it read from the file; that belongs to nobody's log.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.All, static (_, _, _) => { });
        return true;
    });

    private static readonly Lazy<bool> Magick = new(() =>
    {
        var configuration = ConfigurationFiles.Default;
        configuration.Policy.Data = HeicOnly;
        MagickNET.Initialize(configuration);
        ResourceLimits.Thread = 1;
        ResourceLimits.Disk = 0; // too large for memory is an error, not a file in the temporary folder
        ResourceLimits.Memory = 800_000_000;
        ResourceLimits.MaxMemoryRequest = 800_000_000;
        ResourceLimits.Width = 30_000;
        ResourceLimits.Height = 30_000;
        return true;
    });

    public static bool VipsReady => Vips.Value;

    public static bool MagickReady => Magick.Value;
}
