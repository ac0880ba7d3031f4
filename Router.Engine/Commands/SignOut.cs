namespace Router.Engine.Commands;

/// <summary>An agent ends his session.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="HandBack">Give accepted work back to the queue; without it work in hand refuses the sign-out.</param>
public sealed record SignOut(string AgentId, bool HandBack) : Command;
