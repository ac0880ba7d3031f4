namespace Router.Server.Workspaces;

/// <summary>What a workspace may be called.</summary>
public static class WorkspaceId
{
    /// <summary>The workspace that exists from the start.</summary>
    public const string Default = "default";

    /// <summary>Longest id.</summary>
    public const int MaxLength = 63;

    /// <summary>What an id may be, for people.</summary>
    public const string Expected = "1 to 63 characters of a-z, 0-9 and -";

    /// <summary>Whether a text may be an id.</summary>
    /// <param name="id">The text.</param>
    public static bool IsValid(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length is > 0 and <= MaxLength && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
    }
}
