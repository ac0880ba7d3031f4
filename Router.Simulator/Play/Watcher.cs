using Router.Engine.Events;

namespace Router.Simulator.Play;

/// <summary>Is told what becomes of the calls, as the engine's facts say it.</summary>
internal abstract class Watcher
{
    /// <summary>A call was turned away before it became a ticket.</summary>
    /// <param name="call">The call.</param>
    /// <param name="at">When, virtual time in ms.</param>
    /// <param name="queue">The queue that was closed or full, or for which it came.</param>
    public virtual void OnTurnedAway(Call call, long at, string queue)
    {
    }

    /// <summary>A call entered its queue, and was told a waiting time.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fact">What the engine said.</param>
    public virtual void OnEntered(Call call, TicketEntered fact)
    {
    }

    /// <summary>An agent has a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fact">What the engine said.</param>
    public virtual void OnAnswered(Call call, TicketAssigned fact)
    {
    }

    /// <summary>A caller left without having been served.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fact">What the engine said.</param>
    public virtual void OnLeft(Call call, TicketLeft fact)
    {
    }

    /// <summary>A call is done, with its work after it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fact">What the engine said.</param>
    public virtual void OnCompleted(Call call, TicketCompleted fact)
    {
    }

    /// <summary>Any fact, those of the calls above among them.</summary>
    /// <param name="fact">What the engine said.</param>
    public virtual void OnFact(Fact fact)
    {
    }
}
