namespace Moderation.Media;

/// <summary>What <see cref="MediaSweep"/> does with an upload.</summary>
internal enum UploadStep
{
    Nothing,

    /// <summary>Its message to the media stage was lost: send it again.</summary>
    Clean,

    /// <summary>Nobody finished it or nobody used it.</summary>
    Delete,

    /// <summary>A draft has it: only the index row is left over.</summary>
    Forget,
}
