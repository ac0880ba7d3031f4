namespace Router.Server.Workspaces;

/// <summary>Why a workspace is not served now. Open to whoever may ask how the server is: it says nothing of tickets, customers or agents.</summary>
/// <param name="Cause">For programs.</param>
/// <param name="Message">For people: what is wrong, and what to do where something can be done.</param>
public sealed record NotServed(NotServedCause Cause, string Message)
{
    internal static readonly NotServed Starting = new(NotServedCause.Starting, "It is being loaded.");

    internal static readonly NotServed StoreAway = new(NotServedCause.StoreAway, "The store does not answer; it is asked again and again.");

    internal static readonly NotServed OwnedElsewhere = new(NotServedCause.OwnedElsewhere, "Another server has it; this one waits for its lease to end.");

    internal static readonly NotServed Stopping = new(NotServedCause.Stopping, "The server is stopping.");

    internal static readonly NotServed Failed = new(
        NotServedCause.Failed, "A mistake of the router: it begins again and again, and its log has what went wrong (message 234).");

    internal static readonly NotServed Broken = new(
        NotServedCause.Unreadable,
        "What is saved of it cannot be read, which the log has in full (message 226): bring it back from a copy. It is tried again and again.");

    internal static NotServed Newer(string message) => new(NotServedCause.Unreadable, message);
}
