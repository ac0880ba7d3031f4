namespace Router.Engine.Properties.Drawing;

/// <summary>
/// One step of a random scenario. The numbers choose among what is there when the step is played, so that any part of a
/// scenario is a scenario: that is what lets a failing one be cut down.
/// </summary>
/// <param name="Kind">What is done.</param>
/// <param name="Which">Chooses the ticket or agent.</param>
/// <param name="How">Chooses the variant.</param>
/// <param name="Seed">For what needs many choices: a profile, a content, a policy.</param>
internal readonly record struct Step(StepKind Kind, int Which, int How, int Seed);
