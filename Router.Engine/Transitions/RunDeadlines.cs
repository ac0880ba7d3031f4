using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Runs what is due up to a time, in order, each at its own time, a slice at a call.</summary>
internal static class RunDeadlines
{
    public static bool Run(WorkspaceState state, long now, int most)
    {
        for (var done = 0; done < most; done++)
        {
            Dispatch.FeedReserves(state);
            if (state.Reviews.Count > 0)
            {
                var (counter, reviewed) = state.Reviews.First();
                state.Reviews.Remove(counter);
                Routability.Flag(state, reviewed);
                if (Fallback.Suits(state, reviewed))
                {
                    Fallback.Send(state, reviewed);
                }

                continue;
            }

            if (state.Renewal is { } renewal && renewal.Record.NextAt <= Math.Min(now, state.Deadlines.NextAt))
            {
                state.Now = Math.Max(state.Now, renewal.Record.NextAt);
                done += RenewTickets.Run(state) - 1;
                continue;
            }

            if (state.Deadlines.NextAt > now)
            {
                state.Now = Math.Max(state.Now, now);
                return false;
            }

            state.Now = Math.Max(state.Now, state.Deadlines.NextAt);
            if (state.Deadlines.Next is Ticket ticket)
            {
                TicketTime.Run(state, ticket);
            }
            else if (state.Deadlines.Next is Agent agent)
            {
                AgentTime.Run(state, agent);
            }
            else if (state.Deadlines.Next is QueueWatch watch)
            {
                AlarmTurns.Look(state, watch);
            }
        }

        Dispatch.FeedReserves(state);
        if (state.NextDeadline <= now)
        {
            return true;
        }

        state.Now = Math.Max(state.Now, now);
        return false;
    }
}
