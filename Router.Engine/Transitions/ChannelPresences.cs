using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Matching;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>An agent narrows his presence for one channel: at once, and until he widens it again or the session ends.</summary>
internal static class ChannelPresences
{
    public static Outcome Apply(WorkspaceState state, Agent agent, SetPresence command)
    {
        if (state.Channel(command.Channel) is not { IsRetired: false } channel)
        {
            return Outcome.Refused(
                Reason.UnknownChannel, $"There is no channel '{command.Channel}': take channels of the policy.", ("field", "set_presence.channel"));
        }

        if (command.Presence is not (Presence.Available or Presence.Away))
        {
            return Outcome.Refused(
                Reason.InvalidRequest, "For a channel presence may be away, or available to end that.", ("field", "set_presence.presence"));
        }

        if (ChangePresence.Check(state, command.Presence, command.Reason, reasonRequired: true) is { } refusal)
        {
            return refusal;
        }

        var before = agent.AwayChannels.FirstOrDefault(a => a.Channel == channel.Name);
        var after = command.Presence == Presence.Away ? new ChannelAway(channel.Name, command.Reason) : null;
        if (before != after)
        {
            Change(state, agent, channel, before, after);
        }

        Dispatch.Feed(state, agent);
        return Outcome.Done();
    }

    /// <summary>Channels that are no more are forgotten.</summary>
    public static void ForgetRetired(WorkspaceState state, Agent agent)
    {
        if (agent.AwayChannels.Any(a => state.Channel(a.Channel) is not { IsRetired: false }))
        {
            agent.AwayChannels = [.. agent.AwayChannels.Where(a => state.Channel(a.Channel) is { IsRetired: false })];
            state.MarkChanged(agent);
        }
    }

    private static void Change(WorkspaceState state, Agent agent, ChannelSlot channel, ChannelAway? before, ChannelAway? after)
    {
        WaitTimes.Count(state, agent, counts: false);
        var others = agent.AwayChannels.Where(a => a.Channel != channel.Name);
        agent.AwayChannels = [.. (after is null ? others : others.Append(after)).OrderBy(a => a.Channel, StringComparer.Ordinal)];
        state.MarkChanged(agent);
        state.Emit(new PresenceChanged(
            agent.Id,
            after is null ? Presence.Available : Presence.Away,
            after?.Reason ?? "",
            Pending: false,
            BySystem: false,
            before is null ? Presence.Available : Presence.Away,
            before?.Reason ?? "")
        {
            Channel = channel.Name,
        });
        Readiness.Refresh(state, agent);
        Dispatch.PlaceAll(state, Offering.TakeBack(state, agent, OfferEnd.PresenceChanged, t => !agent.TakesChannel(t.Channel)));
    }
}
