using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.Queries;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent begins a session. Answered with his <see cref="AgentView"/>.</summary>
internal static class SignInAgent
{
    public static Outcome Apply(WorkspaceState state, SignIn command)
    {
        if (!state.Agents.TryGetValue(command.AgentId, out var agent))
        {
            return Refusals.UnknownAgent(command.AgentId);
        }

        if (agent.HasLiveSession && !command.TakeOver)
        {
            return Outcome.Refused(Reason.SessionExists, $"Agent '{agent.Id}' is signed in elsewhere: sign in with take_over, or resume the session.");
        }

        if (Check(state, agent, command) is { } refusal)
        {
            return refusal;
        }

        var tookOver = agent.IsSignedIn;
        WaitTimes.Count(state, agent, counts: false);
        agent.SessionId = command.SessionId;
        agent.SessionChannels = [.. command.Channels];
        Sessions.Narrow(state, agent, command.Languages);
        agent.AwayChannels = [];
        agent.SignedInAt = state.Now;
        agent.GoneSince = 0;
        agent.GraceUntil = 0;
        agent.SigningOut = false;
        state.MarkChanged(agent);
        state.Emit(new SessionStarted(agent.Id, agent.SessionId, tookOver, agent.SessionChannels, agent.SessionLanguages));
        Credits.Close(state, agent);
        var back = Presences.Set(state, agent, command.Presence, command.Reason);
        back.AddRange(Offering.TakeBack(state, agent, OfferEnd.SignedOut, t => !agent.TakesChannel(t.Channel) || t.Lane.LeftOut?.Has(agent.Slot) == true));
        Readiness.Refresh(state, agent);
        Dispatch.PlaceAll(state, back);
        Dispatch.Feed(state, agent);
        return Outcome.Done(AgentViews.Of(state, agent));
    }

    private static Outcome? Check(WorkspaceState state, Agent agent, SignIn command)
    {
        foreach (var name in command.Channels)
        {
            if (state.Channel(name) is not { IsRetired: false } channel)
            {
                return Outcome.Refused(Reason.UnknownChannel, $"There is no channel '{name}': take channels of the policy.", ("field", "channels"));
            }

            if (agent.Capacities[channel.Index].Max == 0)
            {
                return Outcome.Refused(
                    Reason.WiderThanProfile, $"The profile of '{agent.Id}' does not take '{name}': a session may only narrow it.", ("field", "channels"));
            }
        }

        foreach (var language in command.Languages)
        {
            if (!agent.Profile.Languages.ContainsKey(language))
            {
                return Outcome.Refused(
                    Reason.WiderThanProfile,
                    $"The profile of '{agent.Id}' does not have the language '{language}': take {(agent.Profile.Languages.Count == 0 ? "none" : $"some of {string.Join(", ", agent.Profile.Languages.Keys.Order(StringComparer.Ordinal))}")}.",
                    ("field", "languages"));
            }
        }

        return ChangePresence.Check(state, command.Presence, command.Reason, reasonRequired: false);
    }
}
