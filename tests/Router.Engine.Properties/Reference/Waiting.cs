using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>Into a queue, back to it, and out of it for good.</summary>
internal static class Waiting
{
    private const long SenderMs = 300_000;

    /// <summary>What a ticket of this content goes by under the policy in force.</summary>
    public static TicketRecord Planned(World world, TicketRecord ticket) => ticket with
    {
        Steps = Requirements.Of(world.Policy, ticket.Content),
        Step = 0,
        HeadStartMs = HeadStartMs(world, ticket.Content),
    };

    public static long HeadStartMs(World world, TicketContent content)
    {
        var queue = world.Queue(content.Queue)!;
        var seconds = queue.PriorityHeadStart.GetValueOrDefault(content.Priority) + queue.SegmentHeadStart.GetValueOrDefault(content.Segment);
        return (seconds * 1_000L) + (content.Classified?.HeadStartMs ?? 0);
    }

    public static long TargetMs(World world, TicketRecord ticket) =>
        1_000L * (world.OwnChannel(ticket)?.TargetSeconds ?? world.Channel(ticket).TargetSeconds);

    /// <summary>A fresh wait begins.</summary>
    /// <param name="world">Where.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="latestDue">It is due then at the latest.</param>
    /// <param name="isNew">The customer has just come with it.</param>
    public static void Enter(World world, TicketRecord ticket, long latestDue = long.MaxValue, bool isNew = false)
    {
        ticket = world.Put(Nobodys(ticket));
        if (ticket.WantedAgentId.Length == 0)
        {
            (ticket, var place) = KnownAgents.Find(world, ticket, isNew);
            latestDue = Math.Min(latestDue, place);
        }

        Back(world, PersonalWaits.Begun(world, ticket) with
        {
            EnteredAt = world.Now,
            AssignmentsBefore = ticket.AssignmentNo,
            DueAt = Math.Min(latestDue, Admission.Target(world, ticket, world.Now) - ticket.HeadStartMs),
            PromiseUntil = PromiseUntil(world, ticket),
        });
    }

    // The model does not tell waits: it takes the first number that was told, and says by itself when that is over.
    private static long PromiseUntil(World world, TicketRecord ticket) =>
        ticket.PromiseUntil > 0 || ticket.AssignmentNo > 0
            ? ticket.PromiseUntil
            : world.Facts.OfType<TicketEntered>()
                .Where(f => f.TicketId == ticket.Id && f.At == world.Now && f.Told.Trust != Trust.Unknown)
                .Select(f => world.Now + (f.Told.PromiseSeconds * 1_000L))
                .FirstOrDefault();

    /// <summary>It is nobody's and stands at the place that its due time gives it.</summary>
    public static void Back(World world, TicketRecord ticket)
    {
        var step = StepNow(world, ticket);
        world.Put(Nobodys(ticket) with
        {
            Step = step,
            IsExpedited = ticket.WantedUntil == 0 && ticket.Steps[step].IsExpedited,
            Cooldowns = [.. ticket.Cooldowns.Where(c => c.Until > world.Now)],
        });
    }

    public static TicketRecord Nobodys(TicketRecord ticket) => ticket with
    {
        State = TicketState.Queued,
        AgentId = "",
        Offers = [],
        OffersMade = 0,
        OfferedAt = 0,
        OfferExpiresAt = 0,
    };

    /// <summary>The last step that is open by now; while it waits for one agent alone none opens.</summary>
    public static int StepNow(World world, TicketRecord ticket) => ticket.WantedUntil > 0
        ? ticket.Step
        : Math.Max(ticket.Step, ticket.Steps.Count(s => ticket.EnteredAt + s.OpensAfterMs <= world.Now) - 1);

    /// <summary>Nobody waits for it any more.</summary>
    public static TicketRecord WithoutHold(TicketRecord ticket) => ticket with { HeldAgentId = "", HoldEndsAt = 0 };

    /// <summary>It ends without an agent.</summary>
    public static void Leave(World world, TicketRecord ticket, TicketState final, string cause = "")
    {
        Offers.EndAll(world, ticket);
        world.Close(WithoutHold(PersonalWaits.Over(Nobodys(ticket))) with { ParkedUntil = 0, ResumesOnAnswer = false, CancelCause = cause }, final);
    }

    public static TicketRecord Escalated(World world, TicketRecord ticket)
    {
        var queue = world.Queue(ticket.Content.Queue)!;
        return queue.Escalation is null ? ticket : ticket with { Steps = Requirements.Escalated(queue, ticket.Content), Step = 0 };
    }

    public static void Unpark(World world, TicketRecord ticket) =>
        Enter(world, Planned(world, ticket with { ParkedUntil = 0, ResumesOnAnswer = false }));

    /// <summary>The agent does not get it again for the queue's cool-down.</summary>
    public static TicketRecord CoolingFor(World world, TicketRecord ticket, string agentId)
    {
        var until = world.Now + Math.Max(1, world.Queue(ticket.Content.Queue)!.CooldownSeconds * 1_000L);
        return ticket with { Cooldowns = [.. ticket.Cooldowns.Where(c => c.AgentId != agentId), new Cooldown(agentId, until)] };
    }

    /// <summary>Who handed it over in the last five minutes does not get it back, the latest last, unless he is named or nobody else who is signed in ever could.</summary>
    public static TicketRecord CoolingForSenders(World world, TicketRecord ticket)
    {
        var senders = world.Handovers.Where(h => h.TicketId == ticket.Id && h.At + SenderMs > world.Now && h.AgentId != ticket.WantedAgentId)
            .GroupBy(h => h.AgentId).Select(g => new Cooldown(g.Key, g.Last().At + SenderMs)).OrderBy(c => c.Until).ToList();
        var able = world.Agents.Where(a =>
            a.SessionId.Length > 0
            && People.TakesChannel(a, ticket.Content.Channel)
            && Checks.Rulebook.Serves(world.Policy, Checks.Rulebook.InSession(a), ticket, ticket.Steps.Count)).ToList();
        while (senders.Count > 0 && able.TrueForAll(a => senders.Exists(s => s.AgentId == a.Profile.Id)))
        {
            senders.RemoveAt(0);
        }

        return ticket with { Cooldowns = senders };
    }

    /// <summary>Whether the policy lets a ticket ask for this.</summary>
    public static bool IsAllowed(World world, TicketContent content) =>
        world.Queue(content.Queue) is { } queue
        && world.Policy.Channels.Any(c => c.Name == content.Channel)
        && queue.Channels.Any(c => c.Channel == content.Channel)
        && content.Skills.All(s => world.Policy.Skills.Any(k => k.Code == s.Name));

    /// <summary>What is asked for when a ticket goes to another queue or requirement, or somebody of it is to join.</summary>
    public static TicketContent HandedOver(TicketContent content, HandoverTarget target) => target.AgentId.Length > 0
        ? content
        : InQueue(content, target.Queue.Length > 0 ? target.Queue : content.Queue) with
        {
            Languages = target.Languages ?? content.Languages,
            Skills = target.Skills,
            IsWaived = false,
        };

    /// <summary>The steps of a rule are for the queue that it chose, and what nobody could serve is waived for the queue that took it.</summary>
    public static TicketContent InQueue(TicketContent content, string queue) => content with
    {
        Queue = queue,
        IsWaived = content.IsWaived && queue == content.Queue,
        Classified = queue == content.Queue || content.Classified is null ? content.Classified : content.Classified with { HasSteps = false },
    };
}
