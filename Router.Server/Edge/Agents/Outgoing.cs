using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Server.Edge.Agents;

/// <summary>Something for an agent's client. What the engine says is put into the contract's words only when it is written, off the workspace's loop.</summary>
/// <param name="What">A <see cref="V1.WorkUpdate"/>, a <see cref="Fact"/> or a <see cref="Message"/>.</param>
/// <param name="About">What a fact is about: a ticket's or an agent's record, or the policy.</param>
internal readonly record struct Outgoing(object What, object? About = null)
{
    /// <summary>Whether it counts against a slow reader: the first of what a batch tells him.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether it answers a request. Answers do not count against a slow reader: he is not heard while too many of them are unread.</summary>
    public bool IsAnswer => What is V1.WorkUpdate
    {
        UpdateCase: V1.WorkUpdate.UpdateOneofCase.Done or V1.WorkUpdate.UpdateOneofCase.Refused or V1.WorkUpdate.UpdateOneofCase.Heartbeat,
    };

    /// <summary>Whether the store has to be asked before it can be written.</summary>
    public bool NeedsStore => What is TicketAssigned or ConsultStarted && About is TicketRecord { Messages: > 0 };

    /// <summary>Whether nothing is written, as the agent knows it: his own decline, which changes what he has in hand.</summary>
    public bool IsKnown => What is OfferEnded { End: OfferEnd.Declined } || (What is PeerOfferEnded { End: OfferEnd.Declined } && About is null);

    /// <summary>Whether it is written as soon as its turn comes.</summary>
    public bool IsWrittenAtOnce => !NeedsStore && !IsKnown && What is not SessionEnded;
}
