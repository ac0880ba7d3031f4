using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent is registered, or his profile replaced: who may serve what is judged anew.</summary>
internal static class PutAgentProfile
{
    public static Outcome Apply(WorkspaceState state, PutAgent command)
    {
        var profile = command.Profile;
        if (Check(state, profile) is { } refusal)
        {
            return refusal;
        }

        var isNew = !state.Agents.TryGetValue(profile.Id, out var agent);
        if (agent is not null)
        {
            WaitTimes.Count(state, agent, counts: false);
            Registry.CountLanguages(state, agent, -1);
            Registry.ChangeProfile(state, agent, profile);
        }
        else
        {
            agent = Registry.Add(state, profile, ++state.LastAgent);
        }

        Registry.CountLanguages(state, agent, 1);
        Registry.Judge(state, agent);
        state.MarkChanged(agent);
        state.Emit(new AgentChanged(agent.Id, Deleted: false, isNew, profile, command.By));
        Readiness.Refresh(state, agent);
        var back = Offering.TakeBack(state, agent, OfferEnd.ProfileChanged, t => !t.Lane.Eligible.Has(agent.Slot));
        back.AddRange(PersonalWaits.FallBack(state, agent, l => !l.Eligible.Has(agent.Slot)));
        Dispatch.PlaceAll(state, back.Distinct());
        Routability.Review(state);
        Dispatch.Feed(state, agent);
        return Outcome.Done(isNew);
    }

    private static Outcome? Check(WorkspaceState state, AgentProfile profile)
    {
        if (profile.Skills.Keys.FirstOrDefault(s => !state.Skills.Contains(s)) is { } skill)
        {
            return Outcome.Refused(
                Reason.UnknownSkill, $"There is no skill '{skill}': take skills of the workspace's list.", ("field", "skills"));
        }

        if (profile.Queues.FirstOrDefault(q => state.Queues.Find(q) is null) is { } queue)
        {
            return Outcome.Refused(Reason.UnknownQueue, $"There is no queue '{queue}': take queues of the policy.", ("field", "queues"));
        }

        if (profile.Channels.FirstOrDefault(c => state.Channel(c.Channel) is not { IsRetired: false }) is { } channel)
        {
            return Outcome.Refused(
                Reason.UnknownChannel, $"There is no channel '{channel.Channel}': take channels of the policy.", ("field", "channels"));
        }

        return null;
    }
}
