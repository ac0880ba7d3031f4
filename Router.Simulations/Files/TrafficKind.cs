using Router.Engine.Tickets;
using Router.Simulator.Chance;

namespace Router.Simulations.Files;

/// <summary>Contacts that are alike.</summary>
/// <param name="Name">What they are called, which names their chance: another kind beside them leaves their draws as they are.</param>
/// <param name="Content">What they ask for.</param>
/// <param name="Arrivals">How many come an hour, when.</param>
/// <param name="ServiceMinutes">How long agent and customer are at it.</param>
/// <param name="PatienceMinutes">How long a customer waits; null is without end.</param>
/// <param name="WrapUpMinutes">How long the agent works after it; null is as the policy gives.</param>
/// <param name="Customers">From how many customers they come; 0 is from nobody known.</param>
internal sealed record TrafficKind(
    string Name,
    TicketContent Content,
    IReadOnlyList<(DayHours Hours, double PerHour)> Arrivals,
    Distribution ServiceMinutes,
    Distribution? PatienceMinutes,
    Distribution? WrapUpMinutes,
    int Customers);
