using Router.Server.Store.Commits;
using Router.Server.Workspaces.Intake;
using Router.Server.Workspaces.Ownership;

namespace Router.Server.Workspaces.Batches;

/// <summary>Calls that are applied together and answered after one commit.</summary>
/// <param name="state">What it is applied to.</param>
/// <param name="realNow">Real time, ms since 1970.</param>
/// <param name="now">Server time, ms since 1970.</param>
internal sealed class OpenBatch(TermState state, long realNow, long now)
{
    private readonly List<PendingWork> _works = [];
    private int _bytes;
    private int _slices;

    /// <summary>What the batch is applied to.</summary>
    public TermState State { get; } = state;

    /// <summary>Real time, ms since 1970.</summary>
    public long RealNow { get; } = realNow;

    /// <summary>The calls, in the order in which they were applied.</summary>
    public IReadOnlyList<PendingWork> Works => _works;

    /// <summary>Answers to be saved.</summary>
    public List<KeptRequest> Requests { get; } = [];

    /// <summary>Submits to be saved.</summary>
    public List<KeptSubmit> Submits { get; } = [];

    /// <summary>Whether it takes another call.</summary>
    public bool HasRoom => _works.Count < Limits.CallsPerBatch && _bytes < Limits.BytesPerBatch && _slices < Limits.SlicesPerBatch;

    /// <summary>
    /// The engine time at which a call is applied: its arrival, but time never runs backwards, and the clock may have been moved back since.
    /// </summary>
    public long TimeOf(PendingWork work) => Math.Max(Math.Min(work.ArrivedAt, now), State.Engine.Now);

    /// <summary>Runs what was due at a time, at most a slice of it.</summary>
    /// <returns>Whether more is due, for which there is no room.</returns>
    public bool Advance(long now)
    {
        var engine = State.Engine;
        if (engine.NextDeadline <= now)
        {
            _slices++;
        }

        return engine.Advance(now);
    }

    /// <summary>Applies a call.</summary>
    public void Run(PendingWork work)
    {
        _works.Add(work);
        _bytes += work.Size;
        work.Run(this);
    }

    /// <summary>Answers the calls, in order.</summary>
    public void Release()
    {
        foreach (var work in _works)
        {
            work.Release();
        }
    }

    /// <summary>Ends the calls, which may have been done.</summary>
    public void Drop()
    {
        foreach (var work in _works)
        {
            work.Fail(WorkspaceUnavailableException.OutcomeUnknown());
        }
    }

    /// <summary>Ends the calls of those who have waited long enough for a store that does not answer.</summary>
    public void DropTheImpatient(TimeProvider real)
    {
        foreach (var work in _works)
        {
            if (!work.IsAnswered && real.GetElapsedTime(work.WaitsSince) >= work.Patience)
            {
                work.Fail(WorkspaceUnavailableException.OutcomeUnknown());
            }
        }
    }
}
