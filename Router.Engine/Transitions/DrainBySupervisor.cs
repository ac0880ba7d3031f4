using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>A supervisor lets agents take nothing new, or lets them take work again.</summary>
internal static class DrainBySupervisor
{
    public static Outcome Apply(WorkspaceState state, DrainAgents command)
    {
        if (PickedAgents.Refuse(state, command.AgentIds, out var agents) is { } refusal)
        {
            return refusal;
        }

        var set = new SetBy(command.By, command.Why);
        if (command.Stop)
        {
            agents.ForEach(a => Drains.End(state, a, set));
        }
        else
        {
            Dispatch.PlaceAll(state, agents.SelectMany(a => Drains.Set(state, a, new AgentDrain(command.At, set))).ToList());
        }

        // Also whose drain is put off takes work until then.
        Dispatch.FeedTogether(state, agents);
        return Outcome.Done();
    }
}
