using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Properties.Drawing;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What adapters, customers and owners ask about tickets. Each says whether it is done; what is refused changes nothing.</summary>
internal static class TicketCommands
{
    public static bool Accept(World world, Accept command)
    {
        if (Asked(world, command.TicketId, command.AgentId, command.OfferNo) is { } asked)
        {
            Peers.Accept(world, asked);
            return true;
        }

        if (Offered(world, command.TicketId, command.AgentId, command.OfferNo) is not { } ticket)
        {
            return false;
        }

        if (ticket.Offers.Count > 0 && !Offers.Fits(world, command.AgentId, ticket))
        {
            return false;
        }

        People.ForgetMisses(world, command.AgentId, ticket.Content.Channel);
        Offers.EndAll(world, ticket, exceptId: command.AgentId);
        Hands.Assign(world, ticket, world.Agent(command.AgentId)!);
        Offers.TakeBackUnfit(world, command.AgentId);
        return true;
    }

    public static bool Decline(World world, Decline command)
    {
        const int mostDeclines = 10;
        if (Asked(world, command.TicketId, command.AgentId, command.OfferNo) is { } asked)
        {
            People.ForgetMisses(world, command.AgentId, asked.Content.Channel);
            Peers.Refuse(world, asked);
            return true;
        }

        if (Offered(world, command.TicketId, command.AgentId, command.OfferNo) is not { } ticket)
        {
            return false;
        }

        People.ForgetMisses(world, command.AgentId, ticket.Content.Channel);
        ticket = PersonalWaits.Over(Waiting.CoolingFor(world, ticket, command.AgentId)) with { Declines = ticket.Declines + 1 };
        if (ticket.Declines == mostDeclines && world.Queue(ticket.Content.Queue)!.Escalation is not null)
        {
            Offers.EndAll(world, ticket, exceptId: command.AgentId);
            Waiting.Back(world, Waiting.Escalated(world, ticket));
        }
        else
        {
            Offers.End(world, ticket, command.AgentId, isHis: true);
        }

        return true;
    }

    public static bool Complete(World world, Complete command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { } ticket || !IsKnown(world, ticket, command.Disposition))
        {
            return false;
        }

        var disposition = command.Disposition.Length > 0 ? command.Disposition : ticket.Disposition;
        if (ticket.State == TicketState.WrappingUp && NeedsDisposition(world, ticket, disposition))
        {
            return false;
        }

        if (command.FollowUp is { } wish)
        {
            if (!FollowUps.MayPlan(world, ticket, wish))
            {
                return false;
            }

            ticket = FollowUps.Plan(world, ticket, wish);
        }

        ticket = CallBacks.Reached(world, ticket) with { Disposition = disposition, Note = command.Note.Length > 0 ? command.Note : ticket.Note };
        if (ticket.State == TicketState.WrappingUp || (Hands.WrapUp(world, ticket).Kind == WrapUpKind.Optional && disposition.Length > 0))
        {
            Hands.Complete(world, ticket, disposition);
        }
        else
        {
            Hands.EndInteraction(world, ticket, EndedBy.Agent);
        }

        return true;
    }

    public static bool EndWrapUp(World world, EndWrapUp command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { State: TicketState.WrappingUp } ticket
            || NeedsDisposition(world, ticket, ticket.Disposition))
        {
            return false;
        }

        Hands.Complete(world, ticket, ticket.Disposition);
        return true;
    }

    public static bool ExtendWrapUp(World world, ExtendWrapUp command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { State: TicketState.WrappingUp, WrapUpExtended: false } ticket
            || Hands.WrapUp(world, ticket) is not { LengthMs: > 0 } rule)
        {
            return false;
        }

        world.Put(ticket with { WrapUpExtended = true, WrapUpEndsAt = ticket.WrapUpEndsAt + rule.LengthMs });
        return true;
    }

    public static bool SetHold(World world, SetHold command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { State: TicketState.Assigned } ticket
            || command.OnHold == ticket.OnHoldSince > 0)
        {
            return false;
        }

        world.Put(command.OnHold ? ticket with { OnHoldSince = world.Now } : Hands.Resumed(world, ticket));
        return true;
    }

    public static bool MarkHard(World world, MarkHard command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { } ticket)
        {
            return false;
        }

        world.Put(ticket with { Hard = true });
        return true;
    }

    public static bool Park(World world, Park command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { State: TicketState.Assigned } ticket
            || (command.Until > 0 && command.Until < world.Now))
        {
            return false;
        }

        var others = Peers.Free(world, ref ticket);
        Hands.Park(world, ticket, command.Until, command.UntilAnswer, command.SameAgent);
        People.AfterWork(world, [command.AgentId, .. others]);
        return true;
    }

    public static bool Transfer(World world, Transfer command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { State: TicketState.Assigned } ticket)
        {
            return false;
        }

        if (command.IsWarm)
        {
            return Peers.Ask(world, ticket, command.Target.AgentId, isConsult: false);
        }

        var target = command.Target;
        if (target.AgentId.Length > 0 && (target.AgentId == command.AgentId || !PersonalWaits.MayBegin(world, ticket, target.AgentId)))
        {
            return false;
        }

        var content = Waiting.HandedOver(ticket.Content, target);
        if (!Waiting.IsAllowed(world, content))
        {
            return false;
        }

        var others = Peers.Free(world, ref ticket);
        Hands.HandOver(world, ticket, content, target.AgentId);
        People.AfterWork(world, [command.AgentId, .. others]);
        return true;
    }

    /// <summary>The owner no longer asks another agent.</summary>
    public static bool EndHandover(World world, EndHandover command)
    {
        if (Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is not { PeerOffer: not null } ticket)
        {
            return false;
        }

        world.Put(ticket with { PeerOffer = null });
        return true;
    }

    public static bool StartConsult(World world, Moment moment, StartConsult command) =>
        Owned(world, command.TicketId, command.AgentId, command.AssignmentNo) is { State: TicketState.Assigned } ticket
        && (command.Target.AgentId.Length > 0
            ? Peers.Ask(world, ticket, command.Target.AgentId, isConsult: true)
            : Peers.AskQueue(world, moment, ticket, Waiting.HandedOver(ticket.Content, command.Target)));

    public static bool Reopen(World world, Reopen command)
    {
        if (!world.Closed.TryGetValue(command.Ticket.Id, out var closed) || world.Ticket(closed.Id) is not null || closed.State != TicketState.Completed)
        {
            return false;
        }

        var content = closed.Content with { Segment = WorkspacePolicy.Dissatisfied };
        var windowMs = 1_000L * (world.Queue(content.Queue)?.ReopenSeconds ?? 0);
        if (windowMs == 0 || closed.StateSince + windowMs < world.Now || !Waiting.IsAllowed(world, content))
        {
            return false;
        }

        Waiting.Enter(world, Waiting.Planned(world, closed with
        {
            Content = content,
            InteractionEndedAt = 0,
            InteractionEndedBy = EndedBy.Unspecified,
            WrapUpExtended = false,
            Disposition = "",
            Note = "",
            Later = closed.Later is { FollowUpOf.Length: > 0 } later ? new TicketLater { FollowUpOf = later.FollowUpOf } : null,
        }));
        return true;
    }

    public static bool End(World world, End command)
    {
        switch (world.Ticket(command.TicketId))
        {
            case { Later.CallBack: not null, State: not TicketState.Assigned }:
                return false;
            case { State: TicketState.Queued or TicketState.Offered } or { State: TicketState.Scheduled, WaitsForOpening: true }:
                Waiting.Leave(world, world.Ticket(command.TicketId)!, TicketState.Abandoned);
                return true;
            case { State: TicketState.Assigned } assigned:
                Customers.CutOff(world, assigned);
                Hands.EndInteraction(world, assigned, command.ByChannel ? EndedBy.Channel : EndedBy.Customer);
                return true;
            default:
                return false;
        }
    }

    public static bool Reschedule(World world, Reschedule command)
    {
        if (world.Ticket(command.TicketId) is not { State: TicketState.Scheduled } ticket || (command.At > 0 && command.At < world.Now))
        {
            return false;
        }

        ticket = world.Put(CallBacks.MovedTo(ticket, Math.Max(command.At, world.Now)));
        if (ticket.StartsAt == world.Now)
        {
            Admission.Come(world, ticket);
        }

        return true;
    }

    public static bool Cancel(World world, Cancel command)
    {
        if (world.Ticket(command.TicketId) is not { State: TicketState.Scheduled or TicketState.Queued or TicketState.Offered or TicketState.Parked } ticket)
        {
            return false;
        }

        Waiting.Leave(world, ticket, TicketState.Cancelled, command.Cause);
        return true;
    }

    public static bool Append(World world, Append command)
    {
        var ticket = command.AgentId is { } agentId ? Owned(world, command.TicketId, agentId, command.AssignmentNo) : world.Ticket(command.TicketId);
        if (ticket is null)
        {
            return false;
        }

        ticket = world.Put(ticket with { Messages = ticket.Messages + 1 });
        if (ticket is { State: TicketState.Parked, ResumesOnAnswer: true })
        {
            Waiting.Unpark(world, ticket);
        }

        return true;
    }

    /// <summary>Whether the queue lists dispositions and not this one.</summary>
    public static bool IsKnown(World world, TicketRecord ticket, string disposition)
    {
        var codes = world.Queue(ticket.Content.Queue)!.Dispositions;
        return disposition.Length == 0 || codes.Count == 0 || codes.Any(c => c.Code == disposition);
    }

    private static bool NeedsDisposition(World world, TicketRecord ticket, string disposition) =>
        disposition.Length == 0 && world.Queue(ticket.Content.Queue)!.Dispositions.Count > 0;

    private static TicketRecord? Offered(World world, string ticketId, string agentId, int offerNo) =>
        world.Ticket(ticketId) is { State: TicketState.Offered } ticket && offerNo > 0 && ticket.OfferTo(agentId) == offerNo ? ticket : null;

    /// <summary>The ticket that he is asked to take over or to join, by this offer.</summary>
    private static TicketRecord? Asked(World world, string ticketId, string agentId, int offerNo) =>
        world.Ticket(ticketId) is { PeerOffer: { } offer } ticket && offer.AgentId == agentId && offer.OfferNo == offerNo ? ticket : null;

    private static TicketRecord? Owned(World world, string ticketId, string agentId, int assignmentNo) =>
        world.Ticket(ticketId) is { State: TicketState.Assigned or TicketState.WrappingUp } ticket
        && ticket.AgentId == agentId && ticket.AssignmentNo == assignmentNo ? ticket : null;
}
