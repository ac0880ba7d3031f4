using Router.Engine.Tickets;

namespace Router.Server.Store.Reading;

/// <summary>What a closed ticket is looked for by.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="At">When it was closed, engine time in ms.</param>
/// <param name="State">How it ended.</param>
/// <param name="Queue">Its queue then.</param>
/// <param name="Channel">Its channel.</param>
/// <param name="AgentId">Who had it last, or empty.</param>
/// <param name="CustomerId">Its customer, or empty.</param>
public sealed record Closing(
    ClosingPlace Place, string TicketId, long At, TicketState State, string Queue, string Channel, string AgentId, string CustomerId);
