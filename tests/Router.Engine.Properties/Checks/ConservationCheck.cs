namespace Router.Engine.Properties.Checks;

/// <summary>No waiting ticket stands beside an agent who could be given it.</summary>
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
                    Rulebook.CouldBeGiven(now, agent, [.. now.InHand(agent.Profile.Id)], ticket)
                        && !ReserveRule.Keeps(now, agent, ticket),
                    $"{ticket.Id} waits and {agent.Profile.Id} could be given it.");
            }
        }
    }
}
