using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>The owner of an assigned ticket asks another agent to take it over (a warm transfer) or to join him (a consult), and keeps it meanwhile.</summary>
internal static class Peers
{
    private const int MostJoined = 3;

    /// <summary>Asks an agent who is available, has room and is not kept for another ticket; one at a time.</summary>
    public static bool Ask(World world, TicketRecord ticket, string agentId, bool isConsult)
    {
        var channel = ticket.Content.Channel;
        if (ticket.PeerOffer is not null
            || ticket.Participants.Any(p => !p.Stays)
            || (isConsult && ticket.Participants.Count >= MostJoined)
            || world.Agent(agentId) is not { } agent
            || !MayBeAsked(world, ticket, agent)
            || !Rulebook.CanEverTake(world.Policy, agent.Profile, channel)
            || !Rulebook.TakesWork(agent, channel)
            || !Rulebook.HasRoom(world.Policy, agent.Profile, world.Load(agentId), channel))
        {
            return false;
        }

        var (offerNo, lastsMs) = (ticket.OfferNo + 1, Offers.LastsMs(world, ticket));
        world.Put(ticket with { OfferNo = offerNo, PeerOffer = new(agentId, offerNo, world.Now, world.Now + lastsMs, "", isConsult) });
        return true;
    }

    /// <summary>
    /// Asks whom the queue of a content would give such a ticket now, in the first of its steps in which there is somebody. Who did not join it when he was
    /// asked a moment ago comes last.
    /// </summary>
    public static bool AskQueue(World world, Moment moment, TicketRecord ticket, TicketContent content)
    {
        if (!Waiting.IsAllowed(world, content))
        {
            return false;
        }

        var now = new Snapshot(moment, world);
        var like = Waiting.Planned(world, ticket with { Content = content, WantedAgentId = "", WantedUntil = 0, Later = null, TimeToLiveMs = 0, Cooldowns = [] });
        var recent = ticket.Cooldowns.Where(c => c.Until > world.Now).Select(c => c.AgentId).ToList();
        var agent = First(recent) ?? First([]);
        if (agent is null || !Ask(world, ticket, agent.Profile.Id, isConsult: true))
        {
            return false;
        }

        world.Order.GivenIn(now, content.Queue, agent);
        return true;

        AgentRecord? First(List<string> last) => Enumerable.Range(0, like.Steps.Count)
            .Select(step => Matching.WhoWouldBeGiven(world, now, like with { Step = step }, a => MayBeAsked(world, ticket, a) && !last.Contains(a.Profile.Id)))
            .FirstOrDefault(a => a is not null);
    }

    /// <summary>He is available, not kept for another ticket, and has not this one in hand.</summary>
    private static bool MayBeAsked(World world, TicketRecord ticket, AgentRecord agent) =>
        agent.Presence == Presence.Available
        && world.HeldFor(agent.Profile.Id) is null
        && agent.Profile.Id != ticket.AgentId
        && ticket.Participants.All(p => p.AgentId != agent.Profile.Id);

    /// <summary>He did not want it, or let it pass: its owner keeps it. Who was to join it is not given it for the queue's cool-down.</summary>
    public static void Refuse(World world, TicketRecord ticket)
    {
        var offer = ticket.PeerOffer!;
        world.Put((offer.IsConsult ? Waiting.CoolingFor(world, ticket, offer.AgentId) : ticket) with { PeerOffer = null });
    }

    /// <summary>He takes it over in one step, or joins its owner.</summary>
    public static void Accept(World world, TicketRecord ticket)
    {
        var offer = ticket.PeerOffer!;
        People.ForgetMisses(world, offer.AgentId, ticket.Content.Channel);
        ticket = world.Put(ticket with { PeerOffer = null });
        if (offer.IsConsult)
        {
            world.Put(ticket with { Participants = [.. ticket.Participants, new(offer.AgentId, offer.OfferNo, world.Now, Stays: false)] });
            Offers.TakeBackUnfit(world, offer.AgentId);
            return;
        }

        var owner = ticket.AgentId;
        var others = Free(world, ref ticket);
        Pass(world, ticket, offer.AgentId);
        Offers.TakeBackUnfit(world, offer.AgentId);
        People.AfterWork(world, [owner, offer.AgentId, .. others]);
    }

    /// <summary>A participant takes the ticket over; the others stay, and who is asked is asked no longer.</summary>
    public static void TakeOver(World world, TicketRecord ticket, string agentId) =>
        Pass(world, ticket with { PeerOffer = null, Participants = [.. ticket.Participants.Where(p => p.AgentId != agentId)] }, agentId);

    /// <summary>A participant leaves.</summary>
    public static TicketRecord Leave(World world, TicketRecord ticket, string agentId)
    {
        world.Put(world.Agent(agentId)! with { IdleSince = world.Now });
        return world.Put(ticket with { Participants = [.. ticket.Participants.Where(p => p.AgentId != agentId)] });
    }

    /// <summary>He leaves all that he has joined.</summary>
    public static void LeaveAll(World world, string agentId)
    {
        foreach (var ticket in world.Tickets.Where(t => t.Participants.Any(p => p.AgentId == agentId)).ToList())
        {
            Leave(world, ticket, agentId);
        }
    }

    /// <summary>What ends an assignment frees all participants, and who is asked.</summary>
    /// <returns>Who they are.</returns>
    public static List<string> Free(World world, ref TicketRecord ticket)
    {
        List<string> free = [.. ticket.PeerOffer is { } offer ? [offer.AgentId] : Array.Empty<string>(), .. ticket.Participants.Select(p => p.AgentId)];
        ticket = ticket.Participants.Aggregate(ticket with { PeerOffer = null }, (t, p) => Leave(world, t, p.AgentId));
        if (world.Ticket(ticket.Id) is not null)
        {
            world.Put(ticket);
        }

        return free;
    }

    /// <summary>What he is asked goes on without him, or some of it.</summary>
    public static void TakeBack(World world, string agentId, Func<TicketRecord, bool> which)
    {
        foreach (var ticket in world.Tickets.Where(t => t.PeerOffer?.AgentId == agentId && which(t)).ToList())
        {
            world.Put(ticket with { PeerOffer = null });
        }
    }

    /// <summary>The owner or the participant says what becomes of a consult.</summary>
    public static bool End(World world, EndConsult command)
    {
        var ticket = world.Ticket(command.TicketId);
        var isOwn = ticket?.Participants.Any(p => p.AgentId == command.AgentId) == true;
        if (ticket is not { State: TicketState.Assigned }
            || ticket.AssignmentNo != command.AssignmentNo
            || !(isOwn ? command.ParticipantId.Length == 0 || command.ParticipantId == command.AgentId : ticket.AgentId == command.AgentId))
        {
            return false;
        }

        var name = isOwn ? command.AgentId : command.ParticipantId;
        if (ticket.PeerOffer is { IsConsult: true } asked && (name.Length == 0 || name == asked.AgentId))
        {
            return command.Outcome == ConsultOutcome.Leave && world.Put(ticket with { PeerOffer = null }) is not null;
        }

        var of = name.Length > 0 ? ticket.Participants.FirstOrDefault(p => p.AgentId == name)
            : ticket.Participants.FirstOrDefault(p => !p.Stays) ?? (ticket.Participants.Count == 1 ? ticket.Participants[0] : null);
        if (of is not null)
        {
            End(world, ticket, of, command.Outcome);
        }

        return of is not null;
    }

    private static void End(World world, TicketRecord ticket, JoinedAgent of, ConsultOutcome outcome)
    {
        switch (outcome)
        {
            case ConsultOutcome.Stay:
                world.Put(ticket with { Participants = [.. ticket.Participants.Select(p => p == of ? p with { Stays = true } : p)] });
                break;
            case ConsultOutcome.TakeOver:
                TakeOver(world, ticket, of.AgentId);
                People.AfterWork(world, [ticket.AgentId, .. ticket.PeerOffer is { } asked ? [asked.AgentId] : Array.Empty<string>()]);
                break;
            default:
                Leave(world, ticket, of.AgentId);
                People.AfterWork(world, of.AgentId);
                break;
        }
    }

    private static void Pass(World world, TicketRecord ticket, string agentId)
    {
        world.Handovers.Add((ticket.Id, ticket.AgentId, world.Now));
        ticket = Hands.LetGo(world, ticket) with { Transfers = ticket.Transfers + 1, StateSince = world.Now };
        Hands.Assign(world, ticket, world.Agent(agentId)!);
    }
}
