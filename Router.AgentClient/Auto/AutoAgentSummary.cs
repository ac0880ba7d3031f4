using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>What an agent did by himself, as the server acknowledged it.</summary>
/// <param name="Accepted">Offers accepted.</param>
/// <param name="Completed">Tickets whose <c>complete</c> was acknowledged, each once.</param>
/// <param name="Written">Messages written.</param>
/// <param name="Refused">Accepts and completes refused.</param>
/// <param name="SignedOut">Whether the session ended by his sign-out.</param>
/// <param name="End">For people: why it ended.</param>
public sealed record AutoAgentSummary(int Accepted, int Completed, int Written, int Refused, bool SignedOut, string End)
{
    /// <summary>The refusal of the sign-in, where that ended it.</summary>
    public Refusal? Refusal { get; init; }
}
