namespace Moderation.Protocol.Names;

/// <summary>Keys of the index of name pairs: what comes first (call name, initial, address) with what comes last (surname, initial).</summary>
internal static class PairKey
{
    private const uint Initial = 0x4000_0000;
    private const uint Half = 0x2000_0000;
    private const uint Addressed = 0x6000_0000;

    public static ulong Full(int call, int surname) => Of((uint)call, (uint)surname);

    /// <summary>One half of a double call name.</summary>
    public static ulong HalfCall(int half, int surname) => Of(Half | (uint)half, (uint)surname);

    public static ulong InitialSurname(char initial, int surname) => Of(Initial | initial, (uint)surname);

    public static ulong CallInitial(int call, char initial) => Of((uint)call, Initial | initial);

    /// <summary>A grown-up who is addressed by surname.</summary>
    public static ulong AddressedSurname(int surname) => Of(Addressed, (uint)surname);

    // The framework hashes a number by xor of its halves, which for two small word numbers collides all the time; multiplying by
    // an odd number keeps keys distinct and spreads them.
    private static ulong Of(uint first, uint last) => ((((ulong)first) << 32) | last) * 0x9E37_79B9_7F4A_7C15;
}
