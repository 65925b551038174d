namespace Moderation.Safety;

/// <summary>What later sentences may point back to.</summary>
/// <param name="SinceNamed">Sentences since a group was mentioned; large when none was.</param>
/// <param name="SinceAddressed">Sentences since the reader was called one of a group ("je bent een ...").</param>
internal readonly record struct GroupMemory(int SinceNamed, int SinceAddressed)
{
    public static GroupMemory Nothing { get; } = new(int.MaxValue / 2, int.MaxValue / 2);
}
