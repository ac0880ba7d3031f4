using Router.Engine.Events;
using Contract = Router.V1;

namespace Router.Server.Store.Envelopes;

/// <summary>Who did something, on the wire.</summary>
public static class ActorWire
{
    /// <summary>An actor, or nothing when he is not known.</summary>
    /// <param name="actor">The actor, or null.</param>
    public static Contract.Actor? Of(Actor? actor) =>
        actor is null ? null : new Contract.Actor { Kind = (Contract.ActorKind)actor.Kind, Id = actor.Id };
}
