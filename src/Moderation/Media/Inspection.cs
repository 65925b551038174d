using Moderation.Media.Metadata;

namespace Moderation.Media;

/// <summary>What looking at an upload found. Anything but <see cref="Acceptable"/> never reaches a decoder.</summary>
public abstract record Inspection
{
    private Inspection()
    {
    }

    /// <summary>A type that is allowed, whole, and of a size that can be handled.</summary>
    public sealed record Acceptable : Inspection
    {
        public required MediaType Type { get; init; }

        /// <summary>The author's file name, sanitised, with the extension that fits the content.</summary>
        public required string FileName { get; init; }

        /// <summary>Pixels, as stored: before orientation for pictures, after it for video.</summary>
        public required int Width { get; init; }

        public required int Height { get; init; }

        /// <summary>Video only.</summary>
        public TimeSpan? Duration { get; init; }

        /// <summary>Video only: it has a sound track that a player plays.</summary>
        public bool HasSound { get; init; }

        /// <summary>Whose work it says it is (R38), read before cleaning.</summary>
        public RightsMarks Rights { get; init; } = RightsMarks.None;

        /// <summary>When it was made, in the wall time of the place (R12); null when the file does not say.</summary>
        public DateTime? TakenAt { get; init; }

        /// <summary>What the author should know about what cleaning does to this file, or null.</summary>
        public Words? Notice { get; init; }
    }

    public sealed record Refused(MediaRefusal Refusal) : Inspection;
}
