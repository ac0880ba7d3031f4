namespace Router.Structure.Tests;

/// <summary>The tree of sources, without outputs and what others wrote.</summary>
internal static class Repository
{
    private static readonly string[] Outside = ["artifacts", "node_modules", "data", "lib", ".git"];

    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Files below a folder of the root whose name ends so, relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Walk(new DirectoryInfo(PathOf(folder)))
            .Where(file => endings.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string[] LinesOf(string relative) => File.ReadAllLines(PathOf(relative));

    public static string TextOf(string relative) => File.ReadAllText(PathOf(relative));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles().Concat(
        folder.EnumerateDirectories().Where(inner => !Outside.Contains(inner.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Router.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"Router.sln is in no folder above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
