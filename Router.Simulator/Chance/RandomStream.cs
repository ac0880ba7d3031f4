namespace Router.Simulator.Chance;

/// <summary>
/// A stream of random numbers that is the same on every machine and in every version: xoshiro256++ (Blackman and Vigna, 2019), its state filled by
/// SplitMix64. One for each purpose, so that a change of one part of a simulation leaves the draws of all others as they were.
/// </summary>
internal sealed class RandomStream
{
    private const double Scale = 1.0 / (1UL << 53);

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>A stream of its own for one purpose.</summary>
    /// <param name="seed">The seed of the whole simulation.</param>
    /// <param name="purpose">What is drawn, such as <c>arrivals/english</c>; another name is another stream.</param>
    public RandomStream(ulong seed, string purpose)
    {
        // FNV-1a of the name; SplitMix64 below spreads what is alike.
        var state = 14_695_981_039_346_656_037UL;
        foreach (var character in purpose)
        {
            state = (state ^ character) * 1_099_511_628_211UL;
        }

        state ^= Mix(seed);
        _s0 = Next(ref state);
        _s1 = Next(ref state);
        _s2 = Next(ref state);
        _s3 = Next(ref state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(_s0 + _s3, 23) + _s0;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number between 0 and 1, never either of them.</summary>
    public double NextUniform() => ((NextBits() >> 11) + 0.5) * Scale;

    /// <summary>A whole number from 0 up to, and without, a bound.</summary>
    /// <param name="below">The bound, at least 1.</param>
    public int NextIndex(int below) => (int)Math.BigMul(NextBits(), (ulong)below, out _);

    /// <summary>A number of the standard normal distribution (polar method of Marsaglia).</summary>
    public double NextNormal()
    {
        while (true)
        {
            var x = (2 * NextUniform()) - 1;
            var y = (2 * NextUniform()) - 1;
            var square = (x * x) + (y * y);
            if (square is < 1 and > 0)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }
    }

    private static ulong Next(ref ulong state) => Mix(state += 0x9E37_79B9_7F4A_7C15);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }
}
