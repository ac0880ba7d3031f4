using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Simulator.Play;

namespace Router.Simulations.Scenarios;

/// <summary>Who comes.</summary>
internal interface ICustomers
{
    /// <summary>The file they are from.</summary>
    string File { get; }

    /// <summary>The time zone of its clock.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>When it begins and ends by itself, ms since 1970; 0 where it does not say.</summary>
    (long From, long Until) Span { get; }

    /// <summary>One of each kind of contacts, with where it is in the file.</summary>
    IEnumerable<(string Path, TicketContent Content)> Samples { get; }

    /// <summary>The contacts, in the order of their times. Of the same seed they are the same under every policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="from">When they begin, ms since 1970.</param>
    /// <param name="until">When they end.</param>
    /// <param name="seed">The seed of chance.</param>
    IEnumerable<Call> Calls(WorkspacePolicy policy, long from, long until, ulong seed);
}
