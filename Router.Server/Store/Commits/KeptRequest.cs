using Router.Engine;

namespace Router.Server.Store.Commits;

/// <summary>A request that was answered: repeated within ten minutes it is answered the same and nothing is done.</summary>
/// <param name="Caller">Whose request id it is.</param>
/// <param name="RequestId">The caller's name for it.</param>
/// <param name="ContentHash">Tells it from another request under the same id.</param>
/// <param name="Outcome">The answer; its value is one of those that the commands of the engine are answered with.</param>
/// <param name="At">When, real time in ms since 1970.</param>
public sealed record KeptRequest(string Caller, string RequestId, UInt128 ContentHash, Outcome Outcome, long At);
