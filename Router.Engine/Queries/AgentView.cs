using Router.Engine.Agents;
using Router.Engine.Records;

namespace Router.Engine.Queries;

/// <summary>An agent as he is now.</summary>
/// <param name="Record">Profile, session and presence.</param>
/// <param name="Activity">What he does; unspecified when he is not signed in.</param>
/// <param name="CapacityUsed">Units in use, open offers included.</param>
/// <param name="Tickets">Offered to him, assigned, or in wrap-up, in the order of their ids.</param>
/// <param name="PeerOffers">Tickets of others that he is asked to take over or to join, in the order of their ids.</param>
/// <param name="Joined">Tickets of others that he has joined, in the order of their ids.</param>
public sealed record AgentView(
    AgentRecord Record, Activity Activity, int CapacityUsed, IReadOnlyList<TicketRecord> Tickets, IReadOnlyList<TicketRecord> PeerOffers, IReadOnlyList<TicketRecord> Joined);
