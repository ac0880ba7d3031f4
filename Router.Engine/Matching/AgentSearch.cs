using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>Who gets a ticket: by the strategy of its queue, one who is ready and may serve it.</summary>
internal static class AgentSearch
{
    public static Agent? For(WorkspaceState state, Ticket ticket)
    {
        if (ticket.Channel.Ready.Count == 0 || ticket.Lane.Eligible.Count == 0 || ticket.ExpiresAt <= state.Now)
        {
            return null;
        }

        state.OrderIdle();
        return Selections.Of(state, ticket.Content).First(state, ticket);
    }
}
