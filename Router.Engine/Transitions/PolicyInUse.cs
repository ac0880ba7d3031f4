using Router.Engine.Policies;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>What a policy may not leave out, because tickets or profiles need it.</summary>
internal static class PolicyInUse
{
    public static IEnumerable<PolicyMistake> Mistakes(WorkspaceState state, WorkspacePolicy next) =>
        Queues(state, next).Concat(Channels(state, next)).Concat(Skills(state, next)).Concat(ProfileChannels(state, next));

    private static IEnumerable<PolicyMistake> Queues(WorkspaceState state, WorkspacePolicy next)
    {
        foreach (var name in state.Queues.Names.Except(next.Queues.Select(q => q.Name)))
        {
            if (state.Tickets.Values.Any(t => t.Content.Queue == name))
            {
                yield return new(Reason.InUse, "queues", $"Queue '{name}' still has open tickets: let them end first.", "queue");
            }

            if (state.Agents.Values.FirstOrDefault(a => a.Profile.Queues.Contains(name)) is { } agent)
            {
                yield return new(Reason.InUse, "queues", $"Agent '{agent.Id}' serves queue '{name}': change his profile first.", "queue");
            }
        }
    }

    private static IEnumerable<PolicyMistake> Channels(WorkspaceState state, WorkspacePolicy next)
    {
        foreach (var name in state.Channels.Where(c => !c.IsRetired).Select(c => c.Name).Except(next.Channels.Select(c => c.Name)))
        {
            if (state.Tickets.Values.Any(t => t.Content.Channel == name))
            {
                yield return new(Reason.InUse, "workspace.channels", $"Channel '{name}' still has open tickets: let them end first.", "channels");
            }
        }
    }

    private static IEnumerable<PolicyMistake> Skills(WorkspaceState state, WorkspacePolicy next)
    {
        foreach (var name in state.Skills.Except(next.Skills.Select(s => s.Code)))
        {
            if (state.Agents.Values.FirstOrDefault(a => a.Profile.Skills.ContainsKey(name)) is { } agent)
            {
                yield return new(Reason.InUse, "workspace.skills", $"Agent '{agent.Id}' has skill '{name}': change his profile first.", "skills");
            }
        }
    }

    private static IEnumerable<PolicyMistake> ProfileChannels(WorkspaceState state, WorkspacePolicy next)
    {
        foreach (var name in state.Policy.Channels.Select(c => c.Name).Except(next.Channels.Select(c => c.Name)))
        {
            if (state.Agents.Values.FirstOrDefault(a => a.Profile.Channels.Any(c => c.Channel == name)) is { } agent)
            {
                yield return new(
                    Reason.InUse, "workspace.channels", $"The profile of agent '{agent.Id}' names channel '{name}': change it first.", "channels");
            }
        }
    }
}
