namespace Router.Engine.Classification;

/// <summary>
/// FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv), with the last mixing step of MurmurHash3 (Austin Appleby, public
/// domain), as the low bits of FNV alone are uneven: the same in every process.
/// </summary>
internal static class Spread
{
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    public static uint Of(string name, string customer)
    {
        var hash = Add(Add(Basis, name) * Prime, customer);
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }

    private static uint Add(uint hash, string text)
    {
        foreach (var unit in text)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        return hash;
    }
}
