namespace Router.Engine.Tickets;

/// <summary>A requirement and when it opens. Agents of earlier steps stay eligible.</summary>
/// <param name="OpensAfterMs">Milliseconds after entering the queue; the first step has 0.</param>
/// <param name="Requirement">Who may serve from then on, beside those of the earlier steps.</param>
/// <param name="IsExpedited">While it is the last one open the ticket goes before all that are not expedited.</param>
public sealed record RoutingStep(long OpensAfterMs, Requirement Requirement, bool IsExpedited = false);
