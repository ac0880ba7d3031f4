namespace Router.Engine.Events;

/// <summary>An alarm rose or fell.</summary>
/// <param name="Alarm">Which.</param>
/// <param name="Value">What was measured then.</param>
/// <param name="Limit">The limit.</param>
/// <param name="IsUp">Whether it rose.</param>
/// <param name="Since">When it rose, engine time in ms.</param>
public sealed record ThresholdCrossed(AlarmKey Alarm, long Value, long Limit, bool IsUp, long Since) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.ThresholdCrossed;
}
