namespace Router.Server.Tests.Edge;

/// <summary>Finds files of the source tree that a test compares with.</summary>
internal static class RepositoryFile
{
    /// <summary>The full path of a file.</summary>
    /// <param name="relative">Its path from the root of the repository.</param>
    public static string Path(string relative)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder?.FullName ?? throw new InvalidOperationException("There is no Router.sln above the tests."), relative);
    }
}
