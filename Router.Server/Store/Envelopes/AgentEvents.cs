using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Facts about agents as events.</summary>
internal static class AgentEvents
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of another kind.</exception>
    public static void Fill(Contract.Event envelope, AgentFact about)
    {
        switch (about)
        {
            case SessionStarted fact:
                envelope.AgentSignedIn = new()
                {
                    AgentId = fact.AgentId,
                    Channels = { fact.Channels },
                    Languages = { fact.Languages },
                    TookOver = fact.TookOver,
                };
                break;
            case SessionLost fact:
                envelope.SessionLost = new() { AgentId = fact.AgentId };
                break;
            case SessionResumed fact:
                envelope.SessionResumed = new() { AgentId = fact.AgentId };
                break;
            case SessionEnded fact:
                envelope.AgentSignedOut = new()
                {
                    AgentId = fact.AgentId,
                    Reason = fact.Cause switch
                    {
                        SessionEnd.SignedOut => Contract.SessionEnd.SignedOut,
                        SessionEnd.Supervisor => Contract.SessionEnd.Supervisor,
                        _ => Contract.SessionEnd.Lost,
                    },
                };
                break;
            case PresenceChanged fact:
                envelope.AgentPresenceChanged = new()
                {
                    AgentId = fact.AgentId,
                    Presence = (Contract.Presence)fact.Presence,
                    AwayReason = fact.Reason,
                    Channel = fact.Channel,
                    By = fact switch
                    {
                        { BySystem: true } => new Contract.Actor { Kind = Contract.ActorKind.System },
                        { Set: { } set } => ActorWire.Of(set.By),
                        _ => new Contract.Actor { Kind = Contract.ActorKind.Agent, Id = fact.AgentId },
                    },
                    Why = fact.BySystem ? fact.Reason : fact.Set?.Why ?? "",
                    Previous = (Contract.Presence)fact.Previous,
                    PreviousAwayReason = fact.PreviousReason,
                    Pending = fact.Pending,
                    Draining = fact.Draining,
                };
                break;
            case DrainChanged fact:
                envelope.AgentPresenceChanged = new()
                {
                    AgentId = fact.AgentId,
                    Presence = (Contract.Presence)fact.Presence,
                    AwayReason = fact.Reason,
                    By = ActorWire.Of((fact.Ended ?? fact.Drain?.Set)?.By),
                    Why = (fact.Ended ?? fact.Drain?.Set)?.Why ?? "",
                    Previous = (Contract.Presence)fact.Presence,
                    PreviousAwayReason = fact.Reason,
                    Draining = fact.Draining,
                    DrainAt = fact.Drain is { At: > 0 } drain ? ProtoTime.Time(drain.At) : null,
                };
                break;
            case TakeChanged fact:
                envelope.AgentTakeChanged = new() { AgentId = fact.AgentId, Until = ProtoTime.TimeOrNone(fact.Until) };
                break;
            case AgentRested fact:
                envelope.AgentRested = new()
                {
                    AgentId = fact.AgentId,
                    Until = ProtoTime.TimeOrNone(fact.Until),
                    Cause = (Contract.RestCause)fact.Cause,
                };
                break;
            case AgentChanged { Deleted: true } fact:
                envelope.ProfileDeleted = new() { AgentId = fact.AgentId, By = ActorWire.Of(fact.By) };
                break;
            case AgentChanged fact:
                envelope.ProfilePut = new() { Profile = ProfileWire.Of(fact.Profile), Created = fact.Created, By = ActorWire.Of(fact.By) };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(about), about.Kind, "No event says this.");
        }
    }
}
