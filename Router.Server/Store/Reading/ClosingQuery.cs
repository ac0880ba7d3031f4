using Router.Engine.Tickets;

namespace Router.Server.Store.Reading;

/// <summary>Which closed tickets are looked for.</summary>
/// <param name="States">That ended in one of these states.</param>
public sealed record ClosingQuery(IReadOnlySet<TicketState> States)
{
    /// <summary>Of this queue when they were closed; empty for all.</summary>
    public string Queue { get; init; } = "";

    /// <summary>Of this channel; empty for all.</summary>
    public string Channel { get; init; } = "";

    /// <summary>That this agent had last; empty for all.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>Of this customer; empty for all.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Closed then or later, engine time in ms; null for all.</summary>
    public long? From { get; init; }

    /// <summary>Closed before, engine time in ms; null for all.</summary>
    public long? Until { get; init; }

    /// <summary>Behind this place; null for the first page.</summary>
    public ClosingPlace? After { get; init; }

    /// <summary>Whether a ticket is looked for.</summary>
    /// <param name="closing">The ticket.</param>
    public bool Takes(Closing closing) =>
        States.Contains(closing.State)
        && (Queue.Length == 0 || Queue == closing.Queue)
        && (Channel.Length == 0 || Channel == closing.Channel)
        && (AgentId.Length == 0 || AgentId == closing.AgentId)
        && (CustomerId.Length == 0 || CustomerId == closing.CustomerId);
}
