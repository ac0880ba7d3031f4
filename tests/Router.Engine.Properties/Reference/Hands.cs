using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A ticket comes into an agent's hands and goes out of them.</summary>
internal static class Hands
{
    private const long LongestParkMs = 14 * 86_400_000L;

    public static void Assign(World world, TicketRecord ticket, AgentRecord agent) => world.Put(Waiting.WithoutHold(PersonalWaits.Over(ticket)) with
    {
        State = TicketState.Assigned,
        AgentId = agent.Profile.Id,
        AssignmentNo = ticket.AssignmentNo + 1,
        AssignedAt = world.Now,
        Offers = [],
        OffersMade = 0,
        OnHoldMs = 0,
        WrapUpExtended = false,
        Hard = false,
        OfferedAt = 0,
        OfferExpiresAt = 0,
        Cooldowns = [],
        HoldSpent = false,
    });

    /// <summary>The customer is no longer on hold.</summary>
    public static TicketRecord Resumed(World world, TicketRecord ticket) => ticket.OnHoldSince == 0
        ? ticket
        : ticket with { OnHoldSince = 0, OnHoldMs = ticket.OnHoldMs + world.Now - ticket.OnHoldSince };

    /// <summary>Its owner loses it: to the first who has joined it and is there, else first to who was asked to take it over, else it is back at its place.</summary>
    public static void Requeue(World world, TicketRecord ticket)
    {
        if (ticket.Participants.FirstOrDefault(p => world.Agent(p.AgentId) is { SessionId.Length: > 0, GoneSince: 0 }) is { } heir)
        {
            Peers.TakeOver(world, ticket, heir.AgentId);
            People.AfterWork(world, ticket.PeerOffer is { } asked ? [asked.AgentId] : []);
            return;
        }

        var toTakeOver = ticket.PeerOffer is { IsConsult: false } offer ? offer.AgentId : "";
        var others = Peers.Free(world, ref ticket);
        if (toTakeOver.Length > 0)
        {
            HandOver(world, ticket, ticket.Content, toTakeOver);
        }
        else
        {
            Waiting.Back(world, Resumed(world, ticket));
        }

        People.AfterWork(world, others);
    }

    /// <summary>Its owner hands it over: it enters its queue at once, due no later than it was, and waits first for who is named.</summary>
    public static void HandOver(World world, TicketRecord ticket, TicketContent content, string toAgentId)
    {
        const int mostTransfers = 3;
        world.Handovers.Add((ticket.Id, ticket.AgentId, world.Now));
        ticket = Waiting.Planned(world, LetGo(world, ticket) with { Content = content, Transfers = ticket.Transfers + 1 });
        if (ticket.Transfers >= mostTransfers && world.Queue(content.Queue)!.Escalation is not null)
        {
            ticket = Waiting.Escalated(world, ticket);
        }
        else if (toAgentId.Length > 0)
        {
            ticket = ticket with { WantedAgentId = toAgentId, WantedCause = WantedCause.Transferred };
        }

        Waiting.Enter(world, Waiting.CoolingForSenders(world, ticket), ticket.DueAt);
    }

    /// <summary>Its owner is done with it and it goes on without him.</summary>
    public static TicketRecord LetGo(World world, TicketRecord ticket)
    {
        world.Put(world.Agent(ticket.AgentId)! with { IdleSince = world.Now });
        ticket = Resumed(world, ticket);
        return Care.AfterTicket(world, ticket, world.Now - ticket.AssignedAt - ticket.OnHoldMs) with { AgentId = "" };
    }

    /// <summary>Its owner puts it aside, and wants to have it again himself or not.</summary>
    public static void Park(World world, TicketRecord ticket, long until, bool untilAnswer, bool sameAgent) => world.Put(LetGo(world, ticket) with
    {
        State = TicketState.Parked,
        ParkedUntil = until > 0 ? until : world.Now + LongestParkMs,
        ResumesOnAnswer = untilAnswer || until == 0,
        WantedAgentId = sameAgent ? ticket.AgentId : "",
        WantedCause = sameAgent ? WantedCause.Parked : WantedCause.Unspecified,
    });

    public static WrapUpRule WrapUp(World world, TicketRecord ticket) => world.OwnChannel(ticket)?.WrapUp ?? world.Channel(ticket).WrapUp;

    /// <summary>Agent and customer are done with each other.</summary>
    public static void EndInteraction(World world, TicketRecord ticket, EndedBy by)
    {
        var rule = WrapUp(world, ticket);
        if (rule.Kind == WrapUpKind.None)
        {
            Complete(world, ticket, ticket.Disposition);
            return;
        }

        var others = Peers.Free(world, ref ticket);
        world.Put(Resumed(world, ticket) with
        {
            State = TicketState.WrappingUp,
            InteractionEndedAt = world.Now,
            InteractionEndedBy = by,
            WrapUpEndsAt = world.Now + (1_000L * (rule.Kind == WrapUpKind.UntilDone ? WrapUpRule.MostSeconds : rule.Seconds)),
        });
        People.AfterWork(world, [ticket.AgentId, .. others]);
    }

    /// <summary>The ticket is done.</summary>
    public static void Complete(World world, TicketRecord ticket, string disposition)
    {
        var others = Peers.Free(world, ref ticket);
        ticket = Resumed(world, ticket);
        world.Put(world.Agent(ticket.AgentId)! with { IdleSince = world.Now });
        Customers.Served(world, ticket);
        ticket = FollowUps.ByPolicy(world, ticket with { Disposition = disposition });
        var endedAt = ticket.State == TicketState.WrappingUp ? ticket.InteractionEndedAt : world.Now;
        ticket = Care.AfterTicket(world, ticket, endedAt - ticket.AssignedAt - ticket.OnHoldMs);
        world.Close(ticket with { InteractionEndedAt = endedAt, WrapUpEndsAt = 0 }, TicketState.Completed);
        People.AfterWork(world, [ticket.AgentId, .. others]);
    }
}
