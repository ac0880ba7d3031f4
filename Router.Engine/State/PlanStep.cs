using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>One step of a plan, with the lane of those who may serve from then on.</summary>
internal sealed record PlanStep(RoutingStep Step, Lane Lane);
