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
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
