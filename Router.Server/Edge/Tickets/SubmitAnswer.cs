using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Tickets;

/// <summary>What a submit is answered with: exactly one of the two.</summary>
/// <param name="Accepted">The ticket.</param>
/// <param name="Refused">Why there is none.</param>
internal readonly record struct SubmitAnswer(V1.SubmitResponse? Accepted, Refused? Refused);
