using System.Text.Json;

namespace Router.Engine.Properties.Checks;

/// <summary>What was saved is what is.</summary>
internal static class SavedCheck
{
    public static void Run(Snapshot now)
    {
        foreach (var ticket in now.Tickets)
        {
            Same(now.Moment.Saved.Open[ticket.Id], ticket, ticket.Id);
        }

        Broken.If(now.Moment.Saved.Agents.Count != now.Agents.Count, "There are other agents than were saved.");
        foreach (var agent in now.Agents)
        {
            Same(now.Moment.Saved.Agents[agent.Profile.Id], agent, agent.Profile.Id);
        }
    }

    private static void Same<T>(T saved, T live, string name)
    {
        var (left, right) = (JsonSerializer.Serialize(saved), JsonSerializer.Serialize(live));
        Broken.If(left != right, $"{name} was saved as {left} and is {right}.");
    }
}
