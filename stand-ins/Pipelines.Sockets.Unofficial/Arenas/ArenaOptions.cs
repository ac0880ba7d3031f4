namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>Passed to an <see cref="Arena{T}"/>, which sizes its block by what it is asked for and needs none of it.</summary>
public sealed class ArenaOptions
{
    /// <summary>Takes what the callers' signature has; nothing of it is kept.</summary>
    /// <param name="flags">Only <see cref="ArenaFlags.None"/> exists.</param>
    /// <param name="blockSizeBytes">Block size in bytes, 0 for a default.</param>
    /// <param name="retentionPolicy">How much to keep, by what was kept and what was used.</param>
    public ArenaOptions(ArenaFlags flags = ArenaFlags.None, int blockSizeBytes = 0, Func<long, long, long>? retentionPolicy = null)
    {
        _ = flags;
        _ = blockSizeBytes;
        _ = retentionPolicy;
    }
}
