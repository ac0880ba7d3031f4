namespace Router.Engine.Events;

/// <summary>Somebody takes care of an alarm.</summary>
/// <param name="Alarm">Which.</param>
/// <param name="By">Who.</param>
/// <param name="Why">What he says to it; may be empty.</param>
public sealed record AlarmAcknowledged(AlarmKey Alarm, Actor By, string Why) : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.AlarmAcknowledged;
}
