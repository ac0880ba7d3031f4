using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Matching;
using Router.Engine.Records;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>The next version of the policy comes into force: for new tickets at once, while <see cref="RenewTickets"/> takes it to waiting ones.</summary>
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
        LaneMap.SortLanes(state);
        LaneMap.ForgetPlans(state);
        state.Batch.Policies.Add(new PublishedPolicy(next, state.Now, command.By, command.Note));
        state.Emit(new PolicyChanged(next.Version, command.By, command.What));
        AlarmTurns.Use(state, next);
        foreach (var agent in state.Agents.Values.OrderBy(a => a.Number))
        {
            Registry.Judge(state, agent);
            Registry.ForgetRetired(state, agent);
            ChannelPresences.ForgetRetired(state, agent);
            Readiness.Refresh(state, agent);
            if (agent.HeldFor is { } awaited && !(awaited.Channel.Policy.Exclusive && awaited.Lane.Eligible.Has(agent.Slot)))
            {
                Holds.Release(state, awaited);
            }

            PersonalWaits.FallBack(state, agent, l => !l.Eligible.Has(agent.Slot));
        }

        Routability.Review(state);
        Dispatch.FeedAll(state);
        if (next.CustomerMemorySeconds == 0)
        {
            Customers.ForgetAll(state);
        }

        RenewTickets.Begin(state, command.Reprice);
        return Outcome.Done(next.Version);
    }
}
