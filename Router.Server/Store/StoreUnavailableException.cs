namespace Router.Server.Store;

/// <summary>
/// Redis did not do, or did not confirm, what was asked: it may have been done. What can be repeated is to be repeated as it was.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What was asked of which Redis and what it said.</param>
    /// <param name="inner">The client's error, or null.</param>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
