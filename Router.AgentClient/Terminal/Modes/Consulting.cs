using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Asks somebody to join: an agent, or whoever of a queue is free.</summary>
internal sealed class Consulting(string ticketId) : WhomThenNote(ticketId)
{
    protected override string Question => "Who is to join, @agent or which queue";

    protected override string Announcement(AgentDesk desk, string whom) => $"Ask {(IsAgent(whom) ? AgentId(whom) : desk.LabelOf(whom))} to join";

    protected override string Act(string whom) => "ask";

    protected override void Do(AgentDesk desk, string whom, string note)
    {
        var target = IsAgent(whom) ? new HandoverTarget { AgentId = AgentId(whom) } : new HandoverTarget { Queue = whom };
        desk.Ask(TicketId, "Not asked", (session, ticket) => session.StartConsultAsync(ticket, target, note));
    }

    private static bool IsAgent(string whom) => whom[0] == '@';

    // As many @ as for a transfer are no mistake.
    private static string AgentId(string whom) => whom.TrimStart('@');
}
