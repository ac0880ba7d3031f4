using Router.Engine.Agents;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What becomes of an agent, and of what he was offered.</summary>
internal static class People
{
    public static void SetPresence(World world, string agentId, Presence presence, string reason)
    {
        var agent = world.Agent(agentId)!;
        var isSame = agent.Presence == presence && agent.PresenceReason == reason && agent.NextPresence == Presence.Unspecified;
        agent = world.Put(agent with { NextPresence = Presence.Unspecified, NextReason = "" });
        if (isSame)
        {
            return;
        }

        var starts = presence is Presence.Available or Presence.OnDemand && agent.Presence is not (Presence.Available or Presence.OnDemand);
        var drainEnds = presence == Presence.Away && agent.Draining;
        world.Put(agent with
        {
            Presence = presence,
            PresenceReason = reason,
            PresenceSince = world.Now,
            IdleSince = starts ? world.Now : agent.IdleSince,
            Missed = starts ? AgentRecord.NothingMissed : agent.Missed,
            Drain = drainEnds ? null : agent.Drain,
            Draining = agent.Draining && !drainEnds,
            TakeUntil = 0,
        });
        if (presence != Presence.Available)
        {
            TakeBack(world, agentId);
        }
    }

    /// <summary>A presence is asked for: it begins now, or after the live work in hand.</summary>
    public static void Choose(World world, string agentId, Presence presence, string reason, bool atOnce)
    {
        if (presence == Presence.Available || atOnce || !IsAtLiveWork(world, agentId))
        {
            SetPresence(world, agentId, presence, reason);
        }
        else
        {
            world.Put(world.Agent(agentId)! with { NextPresence = presence, NextReason = reason, TakeUntil = 0 });
            TakeBack(world, agentId);
        }
    }

    /// <summary>Whether there is such a presence, and a reason of the workspace's list for being away.</summary>
    public static bool IsPresence(World world, Presence presence, string reason, bool reasonRequired) => presence switch
    {
        Presence.Available or Presence.OnDemand => true,
        Presence.Away => (reason.Length == 0 && !reasonRequired) || world.Policy.AwayReasons.Any(r => r.Code == reason),
        _ => false,
    };

    public static bool IsAtLiveWork(World world, string agentId) =>
        world.Load(agentId).Exists(t => Rulebook.IsLive(world.Policy, t) && t.State != TicketState.Offered);

    /// <summary>His session is for tickets of the channel, and he is not away from it.</summary>
    public static bool TakesChannel(AgentRecord agent, string channel) =>
        (agent.SessionChannels.Count == 0 || agent.SessionChannels.Contains(channel)) && agent.AwayChannels.All(a => a.Channel != channel);

    /// <summary>What he is offered goes back to its place, and nobody is blamed.</summary>
    public static void TakeBack(World world, string agentId, Func<TicketRecord, bool>? which = null, bool isHis = true)
    {
        Offers.TakeBack(world, agentId, which, isHis);
        Peers.TakeBack(world, agentId, t => which is null
            || !TakesChannel(world.Agent(agentId)!, t.Content.Channel)
            || !Rulebook.CanEverTake(world.Policy, world.Agent(agentId)!.Profile, t.Content.Channel));
    }

    public static void AfterWork(World world, IEnumerable<string> agentIds)
    {
        foreach (var id in agentIds)
        {
            AfterWork(world, id);
        }
    }

    /// <summary>A presence that waited for the end of his live work begins, and a session that waited for the end of all of it ends.</summary>
    public static void AfterWork(World world, string agentId)
    {
        var agent = world.Agent(agentId)!;
        if (Rulebook.IsResting(agent))
        {
            TakeBack(world, agentId);
        }

        if (agent.NextPresence != Presence.Unspecified && !IsAtLiveWork(world, agentId))
        {
            SetPresence(world, agentId, agent.NextPresence, agent.NextReason);
        }

        if (world.Agent(agentId)!.SigningOut && world.Load(agentId).Count == 0)
        {
            EndSession(world, agentId);
        }
    }

    public static void EndSession(World world, string agentId)
    {
        var agent = world.Agent(agentId)!;
        world.Put(new AgentRecord
        {
            Profile = agent.Profile,
            Number = agent.Number,
            SignedInAt = agent.SignedInAt,
            PresenceSince = world.Now,
            IdleSince = agent.IdleSince,
            Overloaded = agent.Overloaded,
            BusySince = agent.BusySince,
            BusySlices = agent.BusySlices,
        });
        PersonalWaits.EndFor(world, agentId, t => Rulebook.IsLive(world.Policy, t));
    }

    public static void ForgetMisses(World world, string agentId, string channel)
    {
        var agent = world.Agent(agentId)!;
        world.Put(agent with { Missed = agent.Missed.Where(m => m.Key != channel).ToDictionary() });
    }

    public static void Miss(World world, string agentId, string channel)
    {
        var agent = world.Agent(agentId)!;
        world.Put(agent with { Missed = new Dictionary<string, int>(agent.Missed) { [channel] = agent.Missed.GetValueOrDefault(channel) + 1 } });
    }
}
