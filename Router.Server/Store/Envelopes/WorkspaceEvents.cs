using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about the workspace as events.</summary>
internal static class WorkspaceEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, Fact about)
    {
        switch (about)
        {
            case PolicyChanged fact:
                envelope.PolicyChanged = new() { Version = fact.Version, By = ActorWire.Of(fact.By), What = fact.What };
                break;
            case QueueStaffingChanged { HasAgents: true } fact:
                envelope.QueueHasAgents = new() { Queue = fact.Queue };
                break;
            case QueueStaffingChanged fact:
                envelope.QueueWithoutAgents = new() { Queue = fact.Queue };
                break;
            case LaneLimitReached fact:
                envelope.LaneLimitReached = new() { Queue = fact.Queue, Lanes = fact.Lanes };
                break;
            case OwnerStarted fact:
                envelope.OwnerStarted = new()
                {
                    Term = fact.Term,
                    Outage = ProtoTime.Length(fact.OutageMs),
                    WritesLost = fact.WritesLost,
                };
                break;
            case RelayReported fact:
                envelope.RelayBehind = new() { Waiting = fact.Waiting, Consumer = fact.Consumer, Over = !fact.IsBehind };
                break;
            case ThresholdCrossed { Alarm: var alarm } fact:
                envelope.ThresholdCrossed = new()
                {
                    Queue = alarm.Queue,
                    Channel = alarm.Channel,
                    Figure = (Contract.AlarmFigure)alarm.Figure,
                    Value = fact.Value,
                    Threshold = fact.Limit,
                    Over = !fact.IsUp,
                    Since = ProtoTime.Time(fact.Since),
                };
                break;
            case AlarmAcknowledged { Alarm: var alarm } fact:
                envelope.AlarmAcknowledged = new()
                {
                    Queue = alarm.Queue,
                    Channel = alarm.Channel,
                    Figure = (Contract.AlarmFigure)alarm.Figure,
                    By = ActorWire.Of(fact.By),
                    Why = fact.Why,
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
