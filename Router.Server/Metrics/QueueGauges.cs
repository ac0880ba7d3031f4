namespace Router.Server.Metrics;

/// <summary>A queue and channel at one moment.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Waiting">Tickets that wait and are offered to nobody.</param>
/// <param name="Offered">Tickets on offer.</param>
/// <param name="Assigned">Tickets in hand.</param>
/// <param name="WrappingUp">Tickets in wrap-up.</param>
/// <param name="Unroutable">Of those waiting: nobody registered could serve them.</param>
/// <param name="OldestEnteredAt">When the longest waiting one entered, engine time in ms; 0 when none waits.</param>
internal sealed record QueueGauges(
    string Queue, string Channel, int Waiting, int Offered, int Assigned, int WrappingUp, int Unroutable, long OldestEnteredAt);
