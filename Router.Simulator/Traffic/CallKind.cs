using Router.Engine.Tickets;
using Router.Simulator.Chance;
using Router.Simulator.Play;

namespace Router.Simulator.Traffic;

/// <summary>Calls that are alike.</summary>
/// <param name="Number">What they are counted under.</param>
/// <param name="Content">What they ask for.</param>
/// <param name="HandleMinutes">How long serving one takes, minutes.</param>
/// <param name="PatienceMinutes">How long a customer waits at most, minutes; null waits without end.</param>
internal sealed record CallKind(int Number, TicketContent Content, Distribution HandleMinutes, Distribution? PatienceMinutes = null)
{
    private const double MsPerMinute = 60_000;

    /// <summary>One such call.</summary>
    /// <param name="at">When it comes, virtual time in ms.</param>
    /// <param name="handle">Where chance comes from for the service.</param>
    /// <param name="patience">Where chance comes from for the patience.</param>
    public Call CallAt(long at, RandomStream handle, RandomStream patience) => new()
    {
        At = at,
        Content = Content,
        HandleMs = Ms(HandleMinutes.Draw(handle)),
        PatienceMs = PatienceMinutes is null ? Call.Endless : Ms(PatienceMinutes.Draw(patience)),
        Kind = Number,
    };

    private static long Ms(double minutes) => (long)Math.Round(minutes * MsPerMinute);
}
