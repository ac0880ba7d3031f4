using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Clock;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Agents;

/// <summary>The whole state of a session, as its client gets it at the beginning of a stream.</summary>
internal sealed class SignedInState
{
    /// <summary>Most bytes of all conversations together, so that the whole is under the 4 MiB that clients take.</summary>
    private const int MostConversationBytes = 2_097_152;

    private readonly Dictionary<string, long> _lastMessages = new(StringComparer.Ordinal);
    private readonly List<V1.WorkUpdate> _updates = [];

    /// <summary>The state, and then the messages that the client has not confirmed.</summary>
    public IReadOnlyList<V1.WorkUpdate> Updates => _updates;

    /// <summary>Numbers of the last messages in it, by ticket.</summary>
    public IReadOnlyDictionary<string, long> LastMessages => _lastMessages;

    /// <summary>Puts it together.</summary>
    /// <param name="seating">The agent and the policy.</param>
    /// <param name="resumed">Whether the session was there before.</param>
    /// <param name="workspace">The workspace's id.</param>
    /// <param name="conversations">The stored conversations.</param>
    /// <param name="clock">The server's time.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<SignedInState> ReadAsync(
        Seating seating, bool resumed, string workspace, Conversations conversations, ServerClock clock, CancellationToken cancel)
    {
        var agent = seating.Agent!;
        var state = new SignedInState();
        var signedIn = new V1.SignedIn
        {
            Workspace = workspace,
            AgentId = agent.Record.Profile.Id,
            SessionId = agent.Record.SessionId,
            Resumed = resumed,
            Presence = AgentWire.PresenceOf(agent.Record),
            TakeOpen = agent.Record.TakeUntil > 0,
            Activity = AgentWire.ActivityOf(agent.Activity),
            Rules = RulesWire.Of(agent.Record.Profile, seating.Policy),
            ServerTime = ProtoTime.Time(clock.NowMs),
            ClockSpeed = clock.Speed,
            HeartbeatInterval = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(Heartbeats.Interval),
        };
        state._updates.Add(new V1.WorkUpdate { SignedIn = signedIn });
        await state.AddTicketsAsync(agent, signedIn, conversations, cancel);
        return state;
    }

    private async Task AddTicketsAsync(AgentView agent, V1.SignedIn signedIn, Conversations conversations, CancellationToken cancel)
    {
        var mostBytes = Math.Min(ConversationTail.MostBytes, MostConversationBytes / Math.Max(1, agent.Tickets.Count + agent.Joined.Count));
        foreach (var ticket in agent.PeerOffers)
        {
            signedIn.Offers.Add(OfferWire.OfPeer(ticket));
        }

        foreach (var ticket in agent.Tickets.Concat(agent.Joined))
        {
            if (ticket.State == TicketState.Offered)
            {
                signedIn.Offers.Add(OfferWire.Of(ticket, agent.Record.Profile.Id));
                continue;
            }

            var conversation = await ConversationTail.ReadAsync(conversations, ticket, mostBytes, cancel);
            signedIn.Assignments.Add(AssignmentWire.Of(ticket, ticket.AgentId != agent.Record.Profile.Id, ticket.AssignmentNo, conversation));
            if (conversation.Count > 0)
            {
                _lastMessages[ticket.Id] = conversation[^1].Number;
                if (ticket.AgentId != agent.Record.Profile.Id)
                {
                    // What a ticket's owner was shown is kept, not what others were.
                    continue;
                }

                AddUnconfirmed(conversation, await conversations.ConfirmedAsync(ticket.Id, MessageReader.Agent, cancel));
            }
        }
    }

    private void AddUnconfirmed(IReadOnlyList<V1.Message> conversation, long confirmed)
    {
        foreach (var message in conversation)
        {
            if (message.Number > confirmed && message.Sender != V1.MessageSender.Agent)
            {
                _updates.Add(new V1.WorkUpdate { Message = message });
            }
        }
    }
}
