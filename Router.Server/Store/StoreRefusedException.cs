namespace Router.Server.Store;

/// <summary>The server cannot start on this Redis; the message says why and what to do.</summary>
public sealed class StoreRefusedException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">All that is wrong, each with its remedy.</param>
    /// <param name="inner">The cause, or null.</param>
    public StoreRefusedException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
