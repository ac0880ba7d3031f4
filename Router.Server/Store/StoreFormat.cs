namespace Router.Server.Store;

/// <summary>The format of what is saved. A server refuses a workspace of a newer one.</summary>
internal static class StoreFormat
{
    /// <summary>What this server writes; it goes up when an older server could no longer read what a newer one wrote.</summary>
    public const int Current = 1;
}
