namespace Router.Engine.Tickets;

/// <summary>What few tickets have: that it follows another one, or is followed, or that its customer is to be called back.</summary>
public sealed record TicketLater
{
    /// <summary>The ticket that this one follows, or empty.</summary>
    public string FollowUpOf { get; init; } = "";

    /// <summary>The ticket that follows this one, or empty.</summary>
    public string FollowUpId { get; init; } = "";

    /// <summary>How the customer wants to be called back, or null.</summary>
    public CallBack? CallBack { get; init; }
}
