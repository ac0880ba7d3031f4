namespace Router.Engine.Classification;

/// <summary>
/// FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv), with the last mixing step of MurmurHash3 (Austin Appleby, public
/// domain), as the low bits of FNV alone are uneven: the same in every process.
/// </summary>
internal static class Spread
{
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;
    private const uint Squared = unchecked(Prime * Prime);

    /// <summary>What a name begins every hash with, to be worked out once.</summary>
    public static uint Begin(string name) => Add(Basis, name) * Prime;

    public static uint Of(uint begun, string customer)
    {
        var hash = Add(begun, customer);
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }

    // Two bytes of each unit, of which the second is mostly zero: it then only multiplies.
    private static uint Add(uint hash, string text)
    {
        foreach (var unit in text)
        {
            hash = unit <= byte.MaxValue ? (hash ^ unit) * Squared : (((hash ^ (byte)unit) * Prime) ^ (byte)(unit >> 8)) * Prime;
        }

        return hash;
    }
}
