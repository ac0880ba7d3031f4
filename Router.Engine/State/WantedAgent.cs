using Router.Engine.Tickets;

namespace Router.Engine.State;

/// <summary>The one agent that a ticket waits for.</summary>
/// <param name="AgentId">The agent; he may be registered no more.</param>
/// <param name="Cause">Why he.</param>
/// <param name="Until">When anybody else may have it too, engine time in ms; 0 while it has not begun.</param>
/// <param name="Lane">His personal list, in which the ticket stands while it waits for him; null while that has not begun.</param>
internal sealed record WantedAgent(string AgentId, WantedCause Cause, long Until = 0, Lane? Lane = null);
