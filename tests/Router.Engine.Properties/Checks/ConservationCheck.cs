using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>No waiting ticket stands beside an agent who could be given it, and Explain says the same.</summary>
internal static class ConservationCheck
{
    public static void Run(Snapshot now)
    {
        if (!now.IsSettled)
        {
            return;
        }

        var available = now.Agents.Where(a => now.Policy.Channels.Any(c => Rulebook.TakesWork(a, c.Name))).ToList();
        foreach (var ticket in now.Queued)
        {
            foreach (var agent in available)
            {
                Broken.If(
                    Rulebook.CouldBeGiven(now, agent, [.. now.InHand(agent.Profile.Id)], ticket),
                    $"{ticket.Id} waits and {agent.Profile.Id} could be given it.");
            }
        }
    }

    /// <summary>The answer to why each ticket waits, counted once more.</summary>
    public static void Explain(Snapshot now)
    {
        foreach (var ticket in now.Tickets)
        {
            var why = now.Moment.Engine.Why(ticket.Id);
            Broken.If(why is null != (ticket.State != TicketState.Queued), $"{ticket.Id} is {ticket.State}, and why it waits is {why}.");
            for (var i = 0; i < why?.Steps.Count; i++)
            {
                var step = why.Steps[i];
                var registered = now.Agents.Where(a => Rulebook.Serves(now.Policy, a.Profile, ticket, i + 1)).ToList();
                Broken.If(step.Registered != registered.Count, $"{ticket.Id}, step {i}: {registered.Count} registered, told {step.Registered}.");
                Broken.If(step.SignedIn != registered.Count(a => a.SessionId.Length > 0), $"{ticket.Id}, step {i}: signed in {step.SignedIn}.");
                var told = step.SessionLost + step.NotAvailable + step.CoolingDown + step.AtCapacity + step.Held + step.Free;
                Broken.If(told != step.SignedIn, $"{ticket.Id}, step {i}: {told} of {step.SignedIn} told apart.");
                Broken.If(now.IsSettled && i <= ticket.Step && step.Free > 0, $"{ticket.Id}, step {i}: {step.Free} free.");
            }
        }
    }
}
