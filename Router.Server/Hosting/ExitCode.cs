namespace Router.Server.Hosting;

/// <summary>How the process ends.</summary>
internal static class ExitCode
{
    /// <summary>Stopped as asked.</summary>
    public const int Stopped = 0;

    /// <summary>An error of the router itself.</summary>
    public const int Failed = 1;

    /// <summary>Settings that may not be so.</summary>
    public const int WrongSettings = 2;

    /// <summary>Another process has the port.</summary>
    public const int PortInUse = 3;

    /// <summary>Something the server needs is not as it must be, such as its Redis.</summary>
    public const int Refused = 4;
}
