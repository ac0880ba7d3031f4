using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>The steps that tickets of one kind go through. Shared by all tickets that ask for the same.</summary>
internal sealed class RoutingPlan(string queue, PlanStep[] steps)
{
    public string Queue { get; } = queue;

    public PlanStep[] Steps { get; } = steps;

    /// <summary>Who may serve in the end: the lane of the last step.</summary>
    public Lane Widest { get; } = steps[^1].Lane;

    public IReadOnlyList<RoutingStep> Saved { get; } = [.. steps.Select(s => s.Step)];

    /// <summary>The wait class of the ticket that last came with it: that of the next one too, unless its head start is another one.</summary>
    public WaitClass? LastClass { get; set; }

    /// <summary>Open tickets that follow it.</summary>
    public int Users { get; set; }

    /// <summary>Its policy no longer holds: only the tickets that follow it know it.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>No registered agent may serve any step.</summary>
    public bool IsUnroutable => Widest.Registered == 0;
}
