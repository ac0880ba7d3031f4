using Router.Engine.Agents;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;

namespace Router.Engine.Properties.Reference;

/// <summary>Agents are spared: a breather after a hard ticket, a rest after too much work in an hour, and nothing new before they leave.</summary>
internal static class Care
{
    private const long SliceMs = 300_000;

    /// <summary>Who is done with a hard ticket rests; one that was handled for too long is hard by itself.</summary>
    /// <returns>The ticket, as hard as it was.</returns>
    public static TicketRecord AfterTicket(World world, TicketRecord ticket, long handlingMs)
    {
        if (world.Policy.AgentCare is not { } care)
        {
            return ticket;
        }

        var isHard = ticket.Hard || (care.HardAfterSeconds > 0 && handlingMs > care.HardAfterSeconds * 1_000L);
        var agent = world.Agent(ticket.AgentId)!;
        if (isHard && care.BreatherSeconds > 0 && agent.SessionId.Length > 0)
        {
            world.Put(agent with { RestUntil = world.Now + (care.BreatherSeconds * 1_000L) });
        }

        return ticket with { Hard = isHard };
    }

    /// <summary>A drain begins so long before its time as the policy says.</summary>
    public static void BeginDrain(World world, string agentId)
    {
        var agent = world.Agent(agentId)!;
        if (agent.Drain is { } drain && drain.At - ((world.Policy.AgentCare?.DrainBeforeSeconds ?? 0) * 1_000L) <= world.Now)
        {
            world.Put(agent with { Draining = true });
            People.TakeBack(world, agentId);
        }
    }

    /// <summary>Whether his rest begins or ends by now.</summary>
    public static bool Changes(World world, AgentRecord agent) =>
        (agent.RestUntil > 0 && agent.RestUntil <= world.Now) || agent.Overloaded != IsOverloaded(world, agent);

    /// <summary>His rest begins or ends.</summary>
    public static void Change(World world, AgentRecord agent)
    {
        agent = world.Put(agent with { RestUntil = agent.RestUntil > world.Now ? agent.RestUntil : 0, Overloaded = IsOverloaded(world, agent) });
        if (Rulebook.IsResting(agent))
        {
            People.TakeBack(world, agent.Profile.Id);
        }
    }

    /// <summary>Notes who begins or ends to be at live work, where the policy asks how much that is.</summary>
    public static void NoteWork(World world)
    {
        foreach (var agent in world.Agents.ToList())
        {
            var (counts, isBusy) = (Most(world) > 0, People.IsAtLiveWork(world, agent.Profile.Id));
            if (!counts)
            {
                world.Put(agent with { BusySince = 0, BusySlices = [] });
            }
            else if (isBusy != agent.BusySince > 0)
            {
                world.Put(agent with { BusySince = isBusy ? world.Now : 0, BusySlices = isBusy ? agent.BusySlices : Slices(world, agent) });
            }
        }
    }

    private static int Most(World world) => world.Policy.AgentCare?.MaxOccupancyPercent ?? 0;

    private static bool IsOverloaded(World world, AgentRecord agent) =>
        Most(world) > 0 && Slices(world, agent).Sum(s => (long)s.Ms) >= Most(world) * 36_000L;

    /// <summary>How long he was at work in each of the last twelve times five minutes of the clock, the one under way among them.</summary>
    private static List<BusySlice> Slices(World world, AgentRecord agent)
    {
        var last = world.Now / SliceMs;
        return [.. Enumerable.Range(0, 12).Select(i => last - 11 + i).Select(number => new BusySlice(number, Busy(number))).Where(s => s.Ms > 0)];

        int Busy(long number)
        {
            var (from, until) = (Math.Max(agent.BusySince, number * SliceMs), Math.Min(world.Now, (number + 1) * SliceMs));
            return agent.BusySlices.Where(s => s.Number == number).Sum(s => s.Ms) + (agent.BusySince > 0 && until > from ? (int)(until - from) : 0);
        }
    }
}
