using Router.Engine.Events;

namespace Router.Engine.Properties.Drawing;

/// <summary>An engine after an input and all that was due by then.</summary>
/// <param name="Input">What it was told.</param>
/// <param name="Outcome">What a command was answered; null where there was none.</param>
/// <param name="Facts">All that came of it, in order.</param>
/// <param name="Last">The last moment of it.</param>
internal sealed record Settled(Input Input, Outcome? Outcome, IReadOnlyList<Fact> Facts, Moment Last);
