using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>One step of a plan, with the lane of those who may serve from then on.</summary>
internal readonly record struct PlanStep(RoutingStep Step, Lane Lane)
{
    /// <summary>Beside the lane, as the step itself need not be fetched from memory for it.</summary>
    public long OpensAfterMs { get; } = Step.OpensAfterMs;
}
