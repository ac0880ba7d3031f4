namespace Router.Engine.Commands;

/// <summary>An agent ends his session. Open offers go back without blame; wrap-up runs on.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="SessionId">His session.</param>
/// <param name="WorkInHand">What becomes of accepted work.</param>
public sealed record SignOut(string AgentId, string SessionId, WorkInHand WorkInHand) : Command;
