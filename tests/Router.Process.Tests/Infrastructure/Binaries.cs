namespace Router.ProcessTests.Infrastructure;

/// <summary>Where the programs are that this build made.</summary>
internal static class Binaries
{
    // artifacts/bin/Router.Process.Tests/<configuration>/
    private static readonly DirectoryInfo Own = new(AppContext.BaseDirectory.TrimEnd('/'));

    /// <summary>The command <c>router</c>.</summary>
    public static string Router => Path.Combine(Own.Parent!.Parent!.FullName, "Router.Cli", Own.Name, "router.dll");

    /// <summary>The server.</summary>
    public static string Server => Path.Combine(Own.Parent!.Parent!.FullName, "Router.Server", Own.Name, "Router.Server.dll");

    /// <summary>What was built: <c>debug</c> or <c>release</c>.</summary>
    public static string Configuration => Own.Name;

    /// <summary>The project's folder.</summary>
    public static string Root => Own.Parent!.Parent!.Parent!.Parent!.FullName;
}
