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

        var starts = presence == Presence.Available && agent.Presence != Presence.Available;
        world.Put(agent with
        {
            Presence = presence,
            PresenceReason = reason,
            PresenceSince = world.Now,
            IdleSince = starts ? world.Now : agent.IdleSince,
            Missed = starts ? AgentRecord.NothingMissed : agent.Missed,
        });
        if (presence != Presence.Available)
        {
            TakeBack(world, agentId);
        }
    }

    /// <summary>His session is for tickets of the channel.</summary>
    public static bool TakesChannel(AgentRecord agent, string channel) => agent.SessionChannels.Count == 0 || agent.SessionChannels.Contains(channel);

    /// <summary>What he is offered goes back to its place, and nobody is blamed.</summary>
    public static void TakeBack(World world, string agentId, Func<TicketRecord, bool>? which = null)
    {
        foreach (var ticket in world.InHand(agentId).Where(t => t.State == TicketState.Offered && which?.Invoke(t) != false))
        {
            Offers.End(world, ticket, agentId);
        }
    }

    /// <summary>A presence that waited for the end of his live work begins, and a session that waited for the end of all of it ends.</summary>
    public static void AfterWork(World world, string agentId)
    {
        var agent = world.Agent(agentId)!;
        var atLiveWork = world.InHand(agentId).Exists(t => Rulebook.IsLive(world.Policy, t) && t.State != TicketState.Offered);
        if (agent.NextPresence != Presence.Unspecified && !atLiveWork)
        {
            SetPresence(world, agentId, agent.NextPresence, agent.NextReason);
        }

        if (agent.SigningOut && world.InHand(agentId).Count == 0)
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
