using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>What supervisors do in agents' places: to all of those named, who have to be signed in, or to none.</summary>
internal static class StaffCommands
{
    public static bool SetPresence(World world, SetAgentsPresence command)
    {
        if (!AreSignedIn(world, command.AgentIds))
        {
            return false;
        }

        if (command.Presence == Presence.Offline)
        {
            SignOut(world, command.AgentIds);
            return true;
        }

        if (!People.IsPresence(world, command.Presence, command.Reason, reasonRequired: true))
        {
            return false;
        }

        foreach (var id in command.AgentIds)
        {
            People.Choose(world, id, command.Presence, command.Reason, command.AtOnce);
        }

        return true;
    }

    /// <summary>They take nothing new, from now or from a time on; or they do again.</summary>
    public static bool Drain(World world, DrainAgents command)
    {
        if (!AreSignedIn(world, command.AgentIds))
        {
            return false;
        }

        foreach (var id in command.AgentIds)
        {
            world.Put(world.Agent(id)! with { Drain = command.Stop ? null : new AgentDrain(command.At, new SetBy(command.By, command.Why)), Draining = false });
            Care.BeginDrain(world, id);
        }

        return true;
    }

    private static bool AreSignedIn(World world, IReadOnlyList<string> ids) => ids.All(id => world.Agent(id) is { SessionId.Length: > 0 });

    /// <summary>At once, and what they handle goes back.</summary>
    private static void SignOut(World world, IReadOnlyList<string> ids)
    {
        // None of them takes over what another one loses.
        foreach (var id in ids)
        {
            world.Put(world.Agent(id)! with { SigningOut = true });
            People.TakeBack(world, id, isHis: false);
            Peers.LeaveAll(world, id);
        }

        foreach (var id in ids)
        {
            world.InHand(id).FindAll(t => t.State == TicketState.Assigned).ForEach(t => Hands.Requeue(world, t));
        }

        foreach (var id in ids)
        {
            People.EndSession(world, id);
        }
    }
}
