using Router.Engine.State;

namespace Router.Engine.Matching;

/// <summary>The strategies there are, by name.</summary>
internal static class Selections
{
    private static readonly Selection[] All = [LongestIdle.Instance, new BestFit(), new RoundRobin(), new LeastLoaded()];

    /// <summary>Their names, for people.</summary>
    public static string Names => string.Join(", ", All.Select(s => s.Name));

    /// <summary>The strategy of a name, or null when there is none.</summary>
    public static Selection? Named(string name) => Array.Find(All, s => s.Name == name);

    /// <summary>The strategy of the ticket's queue.</summary>
    public static Selection Of(WorkspaceState state, Ticket ticket) => state.Queues.SelectionOf(ticket.Content.Queue) ?? LongestIdle.Instance;
}
