using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Matching;

/// <summary>The strategies there are, by name.</summary>
internal static class Selections
{
    private static readonly Selection[] All = [LongestIdle.Instance, new BestFit(), new RoundRobin(), new LeastLoaded()];

    /// <summary>Their names, for people.</summary>
    public static string Names => string.Join(", ", All.Select(s => s.Name));

    /// <summary>The strategy of a name, or null when there is none.</summary>
    public static Selection? Named(string name) => Array.Find(All, s => s.Name == name);

    /// <summary>The strategy of the queue that is asked for.</summary>
    public static Selection Of(WorkspaceState state, TicketContent content) => state.Queues.SelectionOf(content.Queue) ?? LongestIdle.Instance;

    /// <summary>The strategy of the queue in which a ticket is.</summary>
    public static Selection Of(Ticket ticket) => ticket.WaitClass.Selection ?? LongestIdle.Instance;
}
