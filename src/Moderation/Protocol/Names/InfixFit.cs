namespace Moderation.Protocol.Names;

/// <summary>How a tussenvoegsel in a text compares with the one on the roll.</summary>
internal enum InfixFit
{
    Same,

    /// <summary>Left out, abbreviated, or another form of the same.</summary>
    Near,

    /// <summary>Another one, or one where the roll has none.</summary>
    Foreign,
}
