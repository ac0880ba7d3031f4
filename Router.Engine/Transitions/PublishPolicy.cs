using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The next version of the policy comes into force: for new tickets at once, while waiting ones keep their steps and due times.</summary>
internal static class PublishPolicy
{
    public static Outcome Apply(WorkspaceState state, ChangePolicy command)
    {
        if (command.ExpectedVersion > 0 && command.ExpectedVersion != state.Policy.Version)
        {
            return Outcome.Refused(
                Reason.VersionConflict,
                $"The policy is at version {state.Policy.Version}, not {command.ExpectedVersion}: read it and change that one.",
                ("version", $"{state.Policy.Version}"));
        }

        var next = command.Change(state.Policy);
        next = next with
        {
            Version = state.Policy.Version + 1,
            Queues = [.. next.Queues.OrderBy(q => q.Name, StringComparer.Ordinal)],
        };
        if (PolicyCheck.Refuse(state, next) is { } refusal)
        {
            return refusal;
        }

        foreach (var agent in state.Agents.Values)
        {
            WaitTimes.Count(state, agent, counts: false);
        }

        PolicyIndex.Use(state, next);
        LaneMap.ForgetPlans(state);
        state.Batch.PolicyChanged = true;
        state.Emit(new PolicyChanged(next.Version, command.By));
        var agents = state.Agents.Values.OrderBy(a => a.Number).ToList();
        foreach (var agent in agents)
        {
            Registry.Judge(state, agent);
            Readiness.Refresh(state, agent);
        }

        foreach (var agent in agents)
        {
            Dispatch.Feed(state, agent);
        }

        return Outcome.Done(next.Version);
    }
}
