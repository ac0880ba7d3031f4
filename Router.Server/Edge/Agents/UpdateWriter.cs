using Grpc.Core;
using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Edge.Wire;
using Router.Server.Store.Reading;

namespace Router.Server.Edge.Agents;

/// <summary>Writes to one stream of an agent, one update at a time, what the workspace has told.</summary>
/// <param name="stream">The stream.</param>
/// <param name="streams">All streams.</param>
/// <param name="conversations">The stored conversations.</param>
internal sealed class UpdateWriter(AgentStream stream, AgentStreams streams, Conversations conversations)
{
    private static readonly WriteOptions MoreFollow = new(WriteFlags.BufferHint);

    private readonly WorkTally _tally = new();
    private AgentProfile? _profile;
    private WorkspacePolicy? _policy;

    /// <summary>What the client was told in the beginning. To be called before it is, and before anything else is written.</summary>
    /// <param name="agent">The agent with what he has in hand.</param>
    /// <param name="policy">The policy.</param>
    public void Begin(AgentView agent, WorkspacePolicy policy)
    {
        _profile = agent.Record.Profile;
        _policy = policy;
        _tally.Begin(agent);
    }

    /// <summary>Writes until the stream has ended.</summary>
    /// <param name="updates">Where to.</param>
    public async Task RunAsync(IServerStreamWriter<V1.WorkUpdate> updates)
    {
        // However it ends, there is nothing more to read then.
        while (await stream.Pending.WaitToReadAsync(CancellationToken.None))
        {
            while (stream.Pending.TryRead(out var item))
            {
                if (item.What is SessionEnded over)
                {
                    _ = EndAsync(over.Cause);
                    continue;
                }

                if (item.IsKnown)
                {
                    _tally.Count((Fact)item.What, stream.AgentId);
                    Written(item);
                    continue;
                }

                var update = item.What as V1.WorkUpdate ?? await WordsAsync(item);
                updates.WriteOptions = stream.Pending.TryPeek(out var next) && next.IsWrittenAtOnce ? MoreFollow : null;
                await updates.WriteAsync(update, stream.Abort);
                Written(item);
            }
        }
    }

    private void Written(Outgoing item)
    {
        if (item.IsCounted)
        {
            stream.Written();
        }
        else if (item.IsAnswer)
        {
            stream.Unanswered.Remove();
        }
    }

    private async Task EndAsync(SessionEnd cause)
    {
        try
        {
            // The request that was the last of his work is answered before.
            await stream.Unanswered.AllAnsweredAsync(stream.Over);
            streams.End(stream, cause switch
            {
                SessionEnd.SignedOut => StreamEnd.SignedOut,
                SessionEnd.Supervisor => StreamEnd.BySupervisor,
                _ => StreamEnd.Lost,
            });
        }
        catch (OperationCanceledException)
        {
            // It has ended otherwise.
        }
    }

    private async ValueTask<V1.WorkUpdate> WordsAsync(Outgoing item)
    {
        if (item.What is Message message)
        {
            return new() { Message = MessageWire.Of(message) };
        }

        var fact = (Fact)item.What;
        _tally.Count(fact, stream.AgentId);
        switch (fact)
        {
            case OfferMade made:
                return new() { Offer = OfferWire.Of(made, (TicketRecord)item.About!) };
            case PeerOffered made when made.ToAgentId == stream.AgentId:
                return new() { Offer = OfferWire.Of(made, (TicketRecord)item.About!) };
            case PeerOfferEnded ended when ended.ToAgentId == stream.AgentId:
                return new() { OfferWithdrawn = OfferWire.Of(ended.TicketId, ended.OfferNo, ended.End) };
            case OfferEnded ended:
                return new() { OfferWithdrawn = OfferWire.Of(ended.TicketId, ended.OfferNo, ended.End) };
            case TicketAssigned { AgentId: var ownerId } when ownerId != stream.AgentId:
                return Changed((TicketRecord)item.About!);
            case ConsultStarted { ParticipantId: var joinedId } when joinedId != stream.AgentId:
                return Changed((TicketRecord)item.About!);
            case TicketAssigned or ConsultStarted:
                var assignmentNo = fact is TicketAssigned assigned ? assigned.AssignmentNo : ((ConsultStarted)fact).AssignmentNo;
                var ticket = (TicketRecord)item.About!;
                var conversation = await ConversationTail.ReadAsync(conversations, ticket, ConversationTail.MostBytes, stream.Abort);
                return new() { Assignment = AssignmentWire.Of(ticket, fact is ConsultStarted, assignmentNo, conversation) };
            case ConsultEnded ended when item.About is null:
                var reason = ended.End == ConsultEnd.SessionLost ? V1.AssignmentEnd.SessionLost : V1.AssignmentEnd.Consult;
                return new() { AssignmentEnded = AssignmentWire.Of(ended.TicketId, ended.AssignmentNo, reason) };
            case HoldStarted or HoldEnded or WrapUpExtended or PeerOffered or PeerOfferEnded or ConsultEnded or CallBackAttempted { NextAt: 0 }:
                return Changed((TicketRecord)item.About!);
            case InteractionEnded over:
                return new() { WrapUp = AssignmentWire.Of(over, KindOf(over), ((TicketRecord)item.About!).Disposition) };
            case TicketCompleted completed:
                return new() { Completed = AssignmentWire.Of(completed) };
            case TicketRequeued requeued:
                return new() { AssignmentEnded = AssignmentWire.Of(requeued) };
            case TicketTransferred transferred:
                return new() { AssignmentEnded = AssignmentWire.Of(transferred.TicketId, transferred.AssignmentNo, V1.AssignmentEnd.Transferred) };
            case CallBackAttempted attempted:
                return new() { AssignmentEnded = AssignmentWire.Of(attempted.TicketId, attempted.AssignmentNo, V1.AssignmentEnd.CallBack) };
            case TicketParked parked:
                return new() { AssignmentEnded = AssignmentWire.Of(parked.TicketId, parked.AssignmentNo, V1.AssignmentEnd.Parked) };
            case PresenceChanged or DrainChanged or TakeChanged or AgentRested:
                return new()
                {
                    PresenceChanged = new()
                    {
                        Presence = AgentWire.PresenceOf((AgentRecord)item.About!),
                        Activity = AgentWire.ActivityOf(_tally.Activity),
                    },
                };
            case AgentChanged changed:
                _profile = changed.Profile;
                break;
            case PolicyChanged:
                _policy = (WorkspacePolicy)item.About!;
                break;
        }

        return new() { RulesChanged = RulesWire.Of(_profile!, _policy!) };
    }

    private V1.WorkUpdate Changed(TicketRecord ticket) =>
        new() { AssignmentChanged = new() { Assignment = AssignmentWire.Of(ticket, isParticipant: ticket.AgentId != stream.AgentId) } };

    private V1.WrapUpKind KindOf(InteractionEnded over)
    {
        var content = over.Content;
        var rule = _policy!.Queues.FirstOrDefault(q => q.Name == content.Queue)?.Channel(content.Channel)?.WrapUp
            ?? _policy.Channels.FirstOrDefault(c => c.Name == content.Channel)?.WrapUp;
        return rule is null ? V1.WrapUpKind.Unspecified : ChannelWire.KindOf(rule.Kind);
    }
}
