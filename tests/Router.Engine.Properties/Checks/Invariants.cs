using Router.Engine.Properties.Drawing;

namespace Router.Engine.Properties.Checks;

/// <summary>Everything that must hold after every transition of a scenario.</summary>
internal sealed class Invariants(double clockSpeed)
{
    /// <summary>Comparing all that was saved takes long: it is done once in so many moments.</summary>
    private const int SavedEvery = 25;

    private readonly AlarmCheck _alarms = new();
    private readonly FactCheck _facts = new();
    private readonly GivingCheck _giving = new();
    private readonly PromiseCheck _promises = new();
    private int _moments;

    public void Check(Moment moment)
    {
        _facts.Run(moment);
        _alarms.Run(moment);
        _moments++;
        if (moment.Changes.IsEmpty && _moments % SavedEvery != 0)
        {
            return;
        }

        var now = new Snapshot(moment, clockSpeed);
        OwnershipCheck.Run(now);
        DeadlineCheck.Run(now);
        _giving.Run(now);
        ConservationCheck.Run(now);
        HoldCheck.Run(now);
        OccupancyCheck.Run(now);
        LaneCheck.Run(now);
        AdmissionCheck.Run(now);
        RoutabilityCheck.Run(now);
        _promises.Run(now);
        if (_moments % SavedEvery == 0)
        {
            ExplainCheck.Run(now);
            SavedCheck.Run(now);
        }
    }
}
