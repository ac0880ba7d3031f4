namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>How an arena behaves; only the default is known here.</summary>
[Flags]
public enum ArenaFlags
{
    /// <summary>The default.</summary>
    None = 0,
}
