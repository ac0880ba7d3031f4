namespace Router.Server.Edge.Spoken;

/// <summary><c>Router:Spoken</c>: what waiting customers are told in their languages.</summary>
public sealed class SpokenOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Router:Spoken";

    /// <summary>The folder of the files that come with the server.</summary>
    public const string DefaultFolder = "spoken";

    /// <summary>The folder with a file for each language, such as <c>lt.json</c>; a relative one is looked for beside the server. English must be among them.</summary>
    public string Folder { get; set; } = DefaultFolder;

    /// <summary>The folder as a whole path.</summary>
    internal string Path => System.IO.Path.Combine(AppContext.BaseDirectory, Folder);
}
