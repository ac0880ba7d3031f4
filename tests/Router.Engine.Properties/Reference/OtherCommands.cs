using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What supervisors and administrators ask, and the start of an owner.</summary>
internal static class OtherCommands
{
    public static bool Assign(World world, AssignTickets command)
    {
        if (world.Agent(command.AgentId) is not { SessionId.Length: > 0, GoneSince: 0, SigningOut: false } agent)
        {
            return false;
        }

        // What he is offered and now given counts once.
        var inHand = world.Load(command.AgentId).FindAll(t => world.Ticket(t.Id)!.State != TicketState.Offered || !command.TicketIds.Contains(t.Id));
        return ForEach(world, command, Judge, t =>
        {
            Offers.EndAll(world, t);
            Hands.Assign(world, t, agent);
        });

        bool Judge(TicketRecord ticket)
        {
            var fits = People.TakesChannel(agent, ticket.Content.Channel)
                && Rulebook.HasRoom(world.Policy with { OffersPerAgent = 0, LiveOffersPerAgent = int.MaxValue }, agent.Profile, inHand, ticket.Content.Channel);
            if (ticket.State is not (TicketState.Queued or TicketState.Offered) || !(fits || command.PastCapacity))
            {
                return false;
            }

            inHand.Add(Waiting.Nobodys(ticket) with { State = TicketState.Assigned });
            var told = world.Facts.OfType<TicketAssigned>().FirstOrDefault(a => a.TicketId == ticket.Id && a.MovedBy is not null);
            Broken.If(told is not null && told.PastCapacity == fits, $"{ticket.Id} is past the capacity of {told?.AgentId}: {!fits}, and is not marked so.");
            return true;
        }
    }

    public static bool Change(World world, TicketMove command)
    {
        return ForEach(
            world,
            command,
            t => t.State is TicketState.Scheduled or TicketState.Queued or TicketState.Offered or TicketState.Parked && Waiting.IsAllowed(world, Changed(t)),
            Make);

        TicketContent Changed(TicketRecord ticket) => command switch
        {
            MoveTickets move => Waiting.InQueue(ticket.Content, move.Queue),
            ReprioritiseTickets reprioritise => ticket.Content with { Priority = reprioritise.Priority },
            ChangeTicketNeeds needs => ticket.Content with { Languages = needs.Languages, Skills = needs.Skills, IsWaived = false },
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

        void Make(TicketRecord ticket)
        {
            Offers.EndAll(world, ticket);
            var changed = Waiting.Planned(world, Waiting.WithoutHold(ticket) with { Content = Changed(ticket) });
            changed = command is MoveTickets ? PersonalWaits.Over(changed) : changed;
            if (ticket.State is TicketState.Scheduled or TicketState.Parked)
            {
                // What waited for the opening of its queue is judged anew in another.
                world.Put(command is MoveTickets && ticket.WaitsForOpening ? changed with { StartsAt = world.Now } : changed);
            }
            else if (command is MoveTickets)
            {
                Waiting.Enter(world, changed, ticket.DueAt);
            }
            else
            {
                Waiting.Back(world, changed with { DueAt = ticket.DueAt + ticket.HeadStartMs - changed.HeadStartMs });
            }
        }
    }

    public static bool Complete(World world, CompleteTickets command) => ForEach(
        world,
        command,
        t => t.State is TicketState.Assigned or TicketState.WrappingUp && TicketCommands.IsKnown(world, t, command.Disposition),
        t => Hands.Complete(world, t, new[] { command.Disposition, t.Disposition, "none_given" }.First(d => d.Length > 0)));

    /// <summary>A policy that is published is in force, and what was offered or given stays so.</summary>
    public static void Publish(World world, ChangePolicy command)
    {
        var next = command.Change(world.Policy);
        world.Policy = next with { Version = world.Policy.Version + 1, Queues = [.. next.Queues.OrderBy(q => q.Name, StringComparer.Ordinal)] };
        world.Order.Forget(world.Policy);
        world.Renewal = (world.Now, command.Reprice);
        if (next.CustomerMemorySeconds == 0)
        {
            world.Customers.Clear();
        }

        foreach (var agent in world.Agents.ToList())
        {
            PersonalWaits.Review(world, agent.Profile.Id);
            world.Put(agent with { Missed = agent.Missed.Where(m => next.Channels.Any(c => c.Name == m.Key)).ToDictionary(), AwayChannels = [.. agent.AwayChannels.Where(a => next.Channels.Any(c => c.Name == a.Channel))] });
        }
    }

    /// <summary>Customers' time ran on and agents' did not.</summary>
    public static void Start(World world, long term, long now, bool sessionsLive)
    {
        var outage = Math.Max(0, now - world.Now);
        world.Now += outage;
        world.Term = term;
        foreach (var agent in world.Agents.ToList())
        {
            world.Put(agent with
            {
                TakeUntil = agent.TakeUntil + (agent.TakeUntil > 0 ? outage : 0),
                RestUntil = agent.RestUntil + (agent.RestUntil > 0 ? outage : 0),
            });
        }

        foreach (var agent in world.Agents.Where(a => a.SessionId.Length > 0 && !(a.GoneSince == 0 && sessionsLive)).ToList())
        {
            world.Put(agent with
            {
                GoneSince = agent.GoneSince == 0 ? world.Now : agent.GoneSince + outage,
                GraceUntil = world.Now + world.RealMs(DeadlineCheck.OfflineSeconds),
            });
        }

        foreach (var ticket in world.Tickets.ToList())
        {
            var later = world.Put(ticket with
            {
                Cooldowns = [.. ticket.Cooldowns.Select(c => c with { Until = c.Until + outage })],
                PeerOffer = null,
                WrapUpEndsAt = ticket.WrapUpEndsAt + (ticket.State == TicketState.WrappingUp ? outage : 0),
            });
            if (ticket.State == TicketState.Offered)
            {
                Offers.EndAll(world, ticket);
                Waiting.Back(world, later);
            }
        }
    }

    /// <summary>All are judged before the first is changed; one that is refused stops all, unless it may be left out.</summary>
    private static bool ForEach(World world, TicketMove command, Func<TicketRecord, bool> judge, Action<TicketRecord> make)
    {
        var picked = command.TicketIds.Select(world.Ticket).Select(t => t is not null && judge(t) ? t : null).ToList();
        if (picked.Contains(null) && !command.SkipRefused)
        {
            return false;
        }

        picked.ForEach(t =>
        {
            if (t is not null)
            {
                make(t);
            }
        });
        return true;
    }
}
