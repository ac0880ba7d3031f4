using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Properties.Checks;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What agents ask about themselves and administrators about them. Each says whether it is done; what is refused changes nothing.</summary>
internal static class AgentCommands
{
    public static bool SignIn(World world, SignIn command)
    {
        if (world.Agent(command.AgentId) is not { } agent
            || (agent is { SessionId.Length: > 0, GoneSince: 0 } && !command.TakeOver)
            || !command.Channels.All(name => world.Policy.Channels.Any(c => c.Name == name) && Rulebook.Capacity(world.Policy, agent.Profile, name).Max > 0)
            || !command.Languages.All(agent.Profile.Languages.ContainsKey)
            || !People.IsPresence(world, command.Presence, command.Reason, reasonRequired: false))
        {
            return false;
        }

        world.Put(agent with
        {
            SessionId = command.SessionId,
            SessionChannels = command.Channels,
            SessionLanguages = command.Languages,
            SignedInAt = world.Now,
            GoneSince = 0,
            GraceUntil = 0,
            SigningOut = false,
            AwayChannels = [],
            TakeUntil = 0,
        });
        People.SetPresence(world, command.AgentId, command.Presence, command.Reason);
        var (now, unnarrowed) = (world.Agent(command.AgentId)!, world.Agent(command.AgentId)! with { SessionLanguages = [] });
        People.TakeBack(world, command.AgentId, t =>
            (command.Channels.Count > 0 && !command.Channels.Contains(t.Content.Channel))
            || (Rulebook.ServesNow(world.Policy, unnarrowed, t) && !Rulebook.ServesNow(world.Policy, now, t)));
        return true;
    }

    public static bool Lose(World world, LoseSession command)
    {
        if (world.Agent(command.AgentId) is not { SessionId.Length: > 0, GoneSince: 0 } agent || agent.SessionId != command.SessionId)
        {
            return false;
        }

        world.Put(agent with { GoneSince = Math.Min(command.Since, world.Now) });
        People.TakeBack(world, command.AgentId, isHis: false);
        return true;
    }

    public static bool Resume(World world, ResumeSession command)
    {
        if (world.Agent(command.AgentId) is not { SessionId.Length: > 0 } agent || agent.SessionId != command.SessionId)
        {
            return false;
        }

        if (agent.GoneSince > 0)
        {
            world.Put(agent with { GoneSince = 0, GraceUntil = 0 });
            People.AfterWork(world, command.AgentId);
        }

        return true;
    }

    public static bool SignOut(World world, SignOut command)
    {
        var inHand = world.InHand(command.AgentId).FindAll(t => t.State == TicketState.Assigned);
        if (world.Agent(command.AgentId) is not { SessionId.Length: > 0 } agent
            || agent.SessionId != command.SessionId
            || (command.WorkInHand == WorkInHand.Refuse && inHand.Count > 0))
        {
            return false;
        }

        world.Put(agent with { SigningOut = true });
        People.TakeBack(world, command.AgentId);
        if (command.WorkInHand != WorkInHand.Finish)
        {
            Peers.LeaveAll(world, command.AgentId);
        }

        List<string> others = [];
        foreach (var ticket in inHand)
        {
            switch (command.WorkInHand)
            {
                case WorkInHand.HandBack:
                    Hands.Requeue(world, ticket);
                    break;
                case WorkInHand.Park:
                    var parked = ticket;
                    others.AddRange(Peers.Free(world, ref parked));
                    Hands.Park(world, parked, until: 0, untilAnswer: true, sameAgent: false);
                    break;
                default:
                    break;
            }
        }

        People.AfterWork(world, others);
        if (command.WorkInHand != WorkInHand.Finish || world.Load(command.AgentId).Count == 0)
        {
            People.EndSession(world, command.AgentId);
        }

        return true;
    }

    public static bool SetPresence(World world, SetPresence command)
    {
        if (world.Agent(command.AgentId) is not { SessionId.Length: > 0 } agent
            || !People.IsPresence(world, command.Presence, command.Reason, reasonRequired: true))
        {
            return false;
        }

        if (command.Channel.Length == 0)
        {
            People.Choose(world, command.AgentId, command.Presence, command.Reason, command.AtOnce);
            return true;
        }

        return command.Presence != Presence.OnDemand && SetPresence(world, agent, command);
    }

    /// <summary>Away from one channel, at once; or no longer.</summary>
    private static bool SetPresence(World world, AgentRecord agent, SetPresence command)
    {
        if (world.Policy.Channels.All(c => c.Name != command.Channel))
        {
            return false;
        }

        var others = agent.AwayChannels.Where(a => a.Channel != command.Channel);
        others = command.Presence == Presence.Away ? others.Append(new ChannelAway(command.Channel, command.Reason)) : others;
        others = [.. others.OrderBy(a => a.Channel, StringComparer.Ordinal)];
        if (others.SequenceEqual(agent.AwayChannels))
        {
            return true;
        }

        agent = world.Put(agent with { AwayChannels = [.. others] });
        People.TakeBack(world, command.AgentId, t => !People.TakesChannel(agent, t.Content.Channel));
        return true;
    }

    public static bool Take(World world, Take command)
    {
        if (world.Agent(command.AgentId) is not { SessionId.Length: > 0, Presence: Presence.OnDemand, NextPresence: Presence.Unspecified } agent
            || !command.Channels.All(name => world.Policy.Channels.Any(c => c.Name == name)))
        {
            return false;
        }

        world.Put(agent with { TakeChannels = command.Channels });
        OnDemand.Open(world, command.AgentId);
        return true;
    }

    public static bool Put(World world, PutAgent command)
    {
        var (profile, policy) = (command.Profile, world.Policy);
        if (!profile.Skills.Keys.All(s => policy.Skills.Any(k => k.Code == s))
            || !profile.Queues.All(q => policy.Queues.Any(k => k.Name == q))
            || !profile.Channels.All(c => policy.Channels.Any(k => k.Name == c.Channel)))
        {
            return false;
        }

        world.Put(world.Agent(profile.Id) is { } agent ? agent with { Profile = profile } : new AgentRecord { Profile = profile, Number = ++world.LastAgent });
        People.TakeBack(world, profile.Id, t => !Rulebook.ServesNow(policy, world.Agent(profile.Id)!, t), isHis: false);
        PersonalWaits.Review(world, profile.Id);
        return true;
    }

    public static bool Delete(World world, DeleteAgent command)
    {
        if (world.Agent(command.AgentId) is not { SessionId: "" } agent || world.InHand(command.AgentId).Count > 0)
        {
            return false;
        }

        PersonalWaits.EndFor(world, command.AgentId, _ => true);
        world.Remove(agent);
        return true;
    }
}
