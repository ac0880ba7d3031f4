namespace Router.Engine.State;

/// <summary>Who gets a ticket of a queue, of those who could be given it. A strategy keeps nothing itself.</summary>
internal abstract class Selection
{
    /// <summary>The name by which a queue's policy picks it.</summary>
    public abstract string Name { get; }

    /// <summary>The first in the strategy's order who is ready for the ticket, may serve it and is not kept from it; null when nobody is.</summary>
    public abstract Agent? First(WorkspaceState state, Ticket ticket);

    /// <summary>An agent was given a ticket of the queue, by this choice or because he became free.</summary>
    public virtual void Given(WorkspaceState state, Ticket ticket, Agent agent)
    {
    }
}
