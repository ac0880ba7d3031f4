using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Whether a queue takes what a ticket is and asks for.</summary>
internal static class NeedsCheck
{
    /// <param name="state">The workspace.</param>
    /// <param name="content">What is asked for.</param>
    /// <param name="queue">Its queue.</param>
    /// <param name="at">Where in the request it stands, for the names of fields.</param>
    /// <returns>What does not fit, or null.</returns>
    public static Outcome? Refuse(WorkspaceState state, TicketContent content, QueuePolicy queue, string at)
    {
        if (state.Channel(content.Channel) is not { IsRetired: false })
        {
            return Outcome.Refused(
                Reason.UnknownChannel, $"There is no channel '{content.Channel}': take a channel of the policy.", ("field", $"{at}channel"));
        }

        if (queue.Channel(content.Channel) is null)
        {
            return Outcome.Refused(
                Reason.ChannelNotTaken,
                $"Queue '{queue.Name}' does not take '{content.Channel}': it takes {string.Join(", ", queue.Channels.Select(c => c.Channel))}.",
                ("field", $"{at}channel"));
        }

        for (var i = 0; i < content.Skills.Count; i++)
        {
            if (!state.Skills.Contains(content.Skills[i].Name))
            {
                return Outcome.Refused(
                    Reason.UnknownSkill,
                    $"There is no skill '{content.Skills[i].Name}': take one of the workspace's list.",
                    ("field", $"{at}skills[{i}].skill"));
            }
        }

        return null;
    }
}
