namespace Router.Server.Workspaces.Memory;

/// <summary>
/// FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv): the same in every process, unlike <see cref="HashCode"/>. Tells contents
/// apart that differ by mistake, not by intent.
/// </summary>
internal struct StableHash()
{
    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    public uint Value { get; private set; } = Basis;

    public void Add(string text)
    {
        Add(text.Length);
        foreach (var unit in text)
        {
            Add((byte)unit);
            Add((byte)(unit >> 8));
        }
    }

    public void Add(long number)
    {
        for (var shift = 0; shift < 64; shift += 8)
        {
            Add((byte)(number >> shift));
        }
    }

    private void Add(byte next) => Value = (Value ^ next) * Prime;
}
