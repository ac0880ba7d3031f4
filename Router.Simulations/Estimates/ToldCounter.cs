using Router.Engine.Events;
using Router.Simulator.Play;

namespace Router.Simulations.Estimates;

/// <summary>
/// Compares what each call was told with its wait. Beside it runs the average that Asterisk's app_queue tells, per class: ¾ of the old value and ¼ of
/// the wait of each call answered, those answered at once among them (<c>recalc_holdtime</c>).
/// </summary>
internal sealed class ToldCounter : Watcher
{
    private const double MsPerSecond = 1_000;
    private const int WindowSize = 1_000;
    private const double OldWeight = 0.75;

    private readonly long _from;
    private readonly double[] _averages;
    private readonly Dictionary<string, (int Kind, Told Told)> _waiting = [];
    private Share _window = new();

    /// <summary>Makes it.</summary>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="from">From when on calls count that come, virtual time in ms.</param>
    public ToldCounter(int classes, long from)
    {
        _from = from;
        _averages = new double[classes];
        Measures = new Measures(classes);
    }

    /// <summary>What was measured so far.</summary>
    public Measures Measures { get; }

    /// <inheritdoc/>
    public override void OnEntered(Call call, TicketEntered fact) =>
        _waiting.Add(fact.TicketId, (call.Kind, new Told(fact.Told.MedianSeconds, fact.Told.PromiseSeconds, _averages[call.Kind], fact.Told.Ahead)));

    /// <inheritdoc/>
    public override void OnAnswered(Call call, TicketAssigned fact)
    {
        _waiting.Remove(fact.TicketId, out var entry);
        var wait = fact.WaitMs / MsPerSecond;
        _averages[call.Kind] = (OldWeight * _averages[call.Kind]) + ((1 - OldWeight) * wait);
        if (wait > 0 && call.At >= _from)
        {
            Measures.Add(call.Kind, entry.Told, wait);
            CountWindow(wait <= entry.Told.Promise);
        }
    }

    /// <inheritdoc/>
    public override void OnLeft(Call call, TicketLeft fact)
    {
        _waiting.Remove(fact.TicketId, out var entry);
        if (fact.WaitMs / MsPerSecond > entry.Told.Promise && call.At >= _from)
        {
            Measures.WithGivenUp.Add(isKept: false);
        }
    }

    /// <inheritdoc/>
    public override void OnFact(Fact fact)
    {
        if (fact is PromiseJudged judged && judged.At >= _from)
        {
            Measures.Recorded.Add(judged.Kept);
        }
    }

    private void CountWindow(bool isKept)
    {
        _window.Add(isKept);
        if (_window.Count == WindowSize)
        {
            Measures.WorstWindow = Math.Min(Measures.WorstWindow, _window.Value);
            _window = new Share();
        }
    }
}
