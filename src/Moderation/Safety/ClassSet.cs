namespace Moderation.Safety;

/// <summary>A set of up to 256 word classes.</summary>
internal readonly record struct ClassSet(UInt128 Low, UInt128 High)
{
    public const int Most = 256;

    public static ClassSet None => default;

    public bool Any => (Low | High) != UInt128.Zero;

    /// <summary>The numbers in the set, ascending.</summary>
    public IEnumerable<int> Bits
    {
        get
        {
            for (var left = Low; left != UInt128.Zero; left &= left - 1)
                yield return (int)UInt128.TrailingZeroCount(left);
            for (var left = High; left != UInt128.Zero; left &= left - 1)
                yield return 128 + (int)UInt128.TrailingZeroCount(left);
        }
    }

    public static ClassSet Of(int bit) => bit < 128 ? new(UInt128.One << bit, UInt128.Zero) : new(UInt128.Zero, UInt128.One << (bit - 128));

    public static ClassSet operator |(ClassSet a, ClassSet b) => new(a.Low | b.Low, a.High | b.High);

    public static ClassSet operator &(ClassSet a, ClassSet b) => new(a.Low & b.Low, a.High & b.High);

    public static ClassSet operator ~(ClassSet a) => new(~a.Low, ~a.High);
}
