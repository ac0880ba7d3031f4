namespace Router.Server.Store.Embedded;

/// <summary>
/// The folder of a private Redis, held by one server at a time. The lock is the system's and ends with the process however it ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    // What a Unix socket's address holds, less its end.
    private const int LongestSocketPath = 107;
    private const string SocketName = "redis.sock";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
        Socket = ShorterOf(System.IO.Path.Combine(path, SocketName));
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>The socket's path, as seen from this process.</summary>
    public string Socket { get; }

    /// <summary>The log of Redis.</summary>
    public string Log => System.IO.Path.Combine(Path, "redis.log");

    /// <summary>Makes the folder if need be, and holds it.</summary>
    /// <exception cref="StoreRefusedException">Another server holds it, or it cannot be used.</exception>
    public static DataFolder Hold(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var file = System.IO.Path.Combine(full, "router.lock");
            var folder = new DataFolder(full, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            if (System.Text.Encoding.UTF8.GetByteCount(folder.Socket) > LongestSocketPath)
            {
                folder.Dispose();
                throw new StoreRefusedException(
                    $"The path {folder.Socket} is too long for a socket ({LongestSocketPath} bytes): choose a shorter {Key}.");
            }

            return folder;
        }
        catch (IOException taken)
        {
            throw new StoreRefusedException(
                $"The folder {full} is in use by another router server, or cannot be written ({taken.Message}): "
                + $"stop that server, or choose another {Key}.",
                taken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StoreRefusedException($"The folder {full} cannot be written ({denied.Message}): choose another {Key}.", denied);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string Key => $"{RedisOptions.Section}:{nameof(RedisOptions.DataFolder)}";

    private static string ShorterOf(string full)
    {
        var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, full);
        return relative.Length < full.Length ? relative : full;
    }
}
