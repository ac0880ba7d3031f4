using Router.AgentClient.Requests;

namespace Router.AgentClient.Terminal;

/// <summary>What the agent asked the server for.</summary>
/// <param name="Send">Sends it.</param>
/// <param name="After">Takes the answer.</param>
internal sealed record DeskRequest(Func<AgentSession, Task<Answer>> Send, Action<Answer> After);
