using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What time does: one thing at a time, the earliest that is due.</summary>
internal static class Deadlines
{
    /// <summary>Does the earliest thing that is due; false when nothing is.</summary>
    public static bool RunNext(World world, Moment moment, long now)
    {
        if (Unroutable.SendOne(world))
        {
            return true;
        }

        var all = new Snapshot(moment, world);
        // Of one moment: agents by their numbers, then tickets by theirs.
        var due = world.Agents.Select(a => (At: Next(DeadlineCheck.Of(all, a).Concat(a.SessionId.Length > 0 && Care.Changes(world, a) ? [world.Now] : [])), Order: a.Number, Run: (Action)(() => Run(world, a))))
            .Concat(world.Tickets.Select(t => (At: Next(DeadlineCheck.Of(t)), Order: long.MaxValue / 2 + t.Counter, Run: (Action)(() => Run(world, t)))))
            .OrderBy(d => d.At).ThenBy(d => d.Order).FirstOrDefault();

        // What was overdue when the policy was published comes before it reaches the tickets.
        if (world.Renewal is { } renewal && (due.Run is null || renewal.At <= due.At))
        {
            Renewing.Run(world);
            return true;
        }

        if (due.Run is null || due.At > now)
        {
            world.Now = Math.Max(world.Now, now);
            return false;
        }

        world.Now = Math.Max(world.Now, due.At);
        due.Run();
        return true;
    }

    private static long Next(IEnumerable<long> times) => times.DefaultIfEmpty(long.MaxValue).Min();

    private static void Run(World world, AgentRecord agent)
    {
        if (agent is { Drain: not null, Draining: false })
        {
            Care.BeginDrain(world, agent.Profile.Id);
            if (world.Agent(agent.Profile.Id)!.Draining)
            {
                return;
            }
        }

        if (agent.TakeUntil > 0 && agent.TakeUntil <= world.Now)
        {
            OnDemand.Close(world, agent.Profile.Id);
            return;
        }

        if (Care.Changes(world, agent))
        {
            Care.Change(world, agent);
            return;
        }

        if (agent.GoneSince == 0)
        {
            return;
        }

        foreach (var ticket in world.Tickets.Where(t => t.Participants.Any(p => p.AgentId == agent.Profile.Id)).ToList())
        {
            if (GoneUntil(world, agent, world.Channel(ticket).GraceSeconds) <= world.Now)
            {
                Peers.Leave(world, ticket, agent.Profile.Id);
            }
        }

        foreach (var ticket in world.InHand(agent.Profile.Id).Where(t => t.State == TicketState.Assigned).ToList())
        {
            if (GoneUntil(world, agent, world.Channel(ticket).GraceSeconds) <= world.Now)
            {
                Hands.Requeue(world, ticket);
            }
        }

        if (world.Load(agent.Profile.Id).Count == 0 && GoneUntil(world, agent, DeadlineCheck.OfflineSeconds) <= world.Now)
        {
            People.EndSession(world, agent.Profile.Id);
        }
    }

    private static long GoneUntil(World world, AgentRecord agent, int seconds) =>
        Math.Max(agent.GraceUntil, agent.GoneSince + world.RealMs(seconds));

    private static void Run(World world, TicketRecord ticket)
    {
        if (ticket.State is TicketState.Queued or TicketState.Offered && PromiseCheck.EndOf(ticket).Any(at => at <= world.Now))
        {
            world.Put(ticket with { PromiseFate = PromiseFate.Broken });
            return;
        }

        switch (ticket.State)
        {
            case TicketState.Scheduled:
                Admission.Come(world, ticket);
                break;
            case TicketState.Parked:
                Waiting.Unpark(world, ticket);
                break;
            case TicketState.WrappingUp:
                Hands.Complete(world, ticket, ticket.Disposition.Length > 0 ? ticket.Disposition : "none_given");
                break;
            case TicketState.Offered:
                Miss(world, ticket);
                break;
            case TicketState.Assigned:
                Peers.Refuse(world, ticket);
                CountMiss(world, ticket.PeerOffer!.AgentId, world.Channel(ticket));
                break;
            case TicketState.Queued when Rulebook.IsOver(ticket, world.Now):
                Waiting.Leave(world, ticket, TicketState.Expired);
                break;
            case TicketState.Queued:
                var holdEnds = ticket.HeldAgentId.Length > 0 && ticket.HoldEndsAt <= world.Now;
                ticket = holdEnds ? Waiting.WithoutHold(ticket) with { HoldSpent = true } : ticket;
                var waitEnds = ticket.WantedUntil > 0 && ticket.WantedUntil <= world.Now;
                Waiting.Back(world, waitEnds ? Waiting.WithoutHold(PersonalWaits.Over(ticket)) : ticket);
                break;
            default:
                throw new Broken($"{ticket.Id} is {ticket.State} and has a deadline.");
        }
    }

    /// <summary>Nobody is blamed for an offer that was made to several.</summary>
    private static void Miss(World world, TicketRecord ticket)
    {
        var (offers, channel) = (ticket.OpenOffers(), world.Channel(ticket));
        Waiting.Back(world, offers.Aggregate(PersonalWaits.Over(ticket), (t, o) => Waiting.CoolingFor(world, t, o.AgentId)));
        if (ticket.OffersMade > 1)
        {
            Offers.EndAll(world, ticket);
            return;
        }

        CountMiss(world, offers.Single().AgentId, channel);
    }

    /// <summary>Too many in a row send him away.</summary>
    private static void CountMiss(World world, string agentId, ChannelPolicy channel)
    {
        People.Miss(world, agentId, channel.Name);
        if (channel.MissedLimit > 0 && world.Agent(agentId)!.Missed[channel.Name] >= channel.MissedLimit)
        {
            People.SetPresence(world, agentId, Presence.Away, WorkspacePolicy.NoAnswer);
        }
    }
}
