namespace Moderation.Protocol.Wordings;

/// <summary>Where a part of a wording stands towards the part before it.</summary>
internal enum WordingOrder
{
    Anywhere,
    Behind,
    Near,
}
