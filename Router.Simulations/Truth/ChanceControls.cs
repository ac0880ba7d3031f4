using Router.Engine.Events;
using Router.Simulator.Play;

namespace Router.Simulations.Truth;

/// <summary>
/// How kind or unkind chance was to a queue: calls that came, services that ended and callers who gave up, each less what was to be expected in the same
/// time, also weighted by how full the queue just was. Such a difference has the mean 0 as long as nobody knows beforehand what will come, whatever the
/// engine decides; yet they explain most of how long waits were (approximating martingales: Henderson and Glynn, 2002).
/// </summary>
/// <param name="perMinute">Calls a minute, by kind.</param>
/// <param name="agents">How many agents there should be.</param>
/// <param name="handleMinutes">The mean service time, min; services are exponential.</param>
/// <param name="patienceMinutes">The mean patience, min, exponential; null is endless.</param>
/// <param name="start">When the first batch begins, virtual time in ms.</param>
/// <param name="batchMs">How long a batch is, ms.</param>
/// <param name="batches">How many batches.</param>
internal sealed class ChanceControls(
    double[] perMinute, int agents, double handleMinutes, double? patienceMinutes, long start, long batchMs, int batches) : Watcher
{
    private const double MsPerMinute = 60_000;

    /// <summary>One; whether all agents are busy; how many calls wait; how many agents are idle.</summary>
    private const int Weights = 4;

    private readonly double[][] _batches = [.. Enumerable.Range(0, batches).Select(_ => new double[(perMinute.Length + 2) * Weights])];
    private readonly double[] _weights = new double[Weights];
    private readonly long _start = start;
    private long _since = start;
    private int _busy;
    private int _waiting;

    /// <summary>The controls of each batch.</summary>
    public IReadOnlyList<double[]> Batches => _batches;

    private int Completions => perMinute.Length;

    private int Losses => perMinute.Length + 1;

    /// <inheritdoc/>
    public override void OnEntered(Call call, TicketEntered fact)
    {
        Happened(call.Kind, fact.At);
        _waiting++;
    }

    /// <inheritdoc/>
    public override void OnAnswered(Call call, TicketAssigned fact)
    {
        // In the same moment as a call came or a service ended: no time is counted for it.
        _waiting--;
        _busy++;
    }

    /// <inheritdoc/>
    public override void OnCompleted(Call call, TicketCompleted fact)
    {
        Happened(Completions, fact.At);
        _busy--;
    }

    /// <inheritdoc/>
    public override void OnLeft(Call call, TicketLeft fact)
    {
        Happened(Losses, fact.At);
        _waiting--;
    }

    private void Happened(int what, long at)
    {
        var batch = (_since - _start) / batchMs;
        if (at >= _start && batch < _batches.Length)
        {
            Count(_batches[batch], what, (at - _since) / MsPerMinute);
            _since = at;
        }
    }

    private void Count(double[] controls, int what, double minutes)
    {
        var waiting = _waiting + _busy - agents;
        _weights[0] = 1;
        _weights[1] = waiting >= 0 ? 1 : 0;
        _weights[2] = Math.Max(0, waiting);
        _weights[3] = Math.Max(0, -waiting);
        for (var source = 0; source < perMinute.Length + 2; source++)
        {
            var expected = minutes * (source < perMinute.Length ? perMinute[source]
                : source == Completions ? _busy / handleMinutes
                : patienceMinutes is { } patience ? _waiting / patience
                : 0);
            var difference = (source == what ? 1 : 0) - expected;
            for (var weight = 0; weight < Weights; weight++)
            {
                controls[(source * Weights) + weight] += difference * _weights[weight];
            }
        }
    }
}
