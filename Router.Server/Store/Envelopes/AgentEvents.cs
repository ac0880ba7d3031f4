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
                    Reason = fact.Cause == SessionEnd.SignedOut ? Contract.SessionEnd.SignedOut : Contract.SessionEnd.Lost,
                };
                break;
            case PresenceChanged fact:
                envelope.AgentPresenceChanged = new()
                {
                    AgentId = fact.AgentId,
                    Presence = (Contract.Presence)fact.Presence,
                    AwayReason = fact.Reason,
                    By = fact.BySystem
                        ? new Contract.Actor { Kind = Contract.ActorKind.System }
                        : new Contract.Actor { Kind = Contract.ActorKind.Agent, Id = fact.AgentId },
                    Why = fact.BySystem ? fact.Reason : "",
                    Previous = (Contract.Presence)fact.Previous,
                    PreviousAwayReason = fact.PreviousReason,
                    Pending = fact.Pending,
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
