using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Hands a ticket over to a queue or an agent. After two @ the agent is asked, and the ticket stays until he accepts.</summary>
internal sealed class Transferring(string ticketId) : WhomThenNote(ticketId)
{
    protected override string Question => "Hand to which queue, @agent, @@agent (asked first)";

    protected override string Announcement(AgentDesk desk, string whom) =>
        IsWarm(whom) ? $"Ask {AgentId(whom)} to take over"
        : $"Hand over to {(AgentId(whom) is { Length: > 0 } agent ? agent : desk.LabelOf(whom))}";

    protected override string Act(string whom) => IsWarm(whom) ? "ask" : "hand over";

    protected override void Do(AgentDesk desk, string whom, string note)
    {
        var target = AgentId(whom) is { Length: > 0 } agent ? new HandoverTarget { AgentId = agent } : new HandoverTarget { Queue = whom };
        desk.Ask(TicketId, "Not handed over", (session, ticket) => session.TransferAsync(ticket, target, note, IsWarm(whom)));
    }

    private static bool IsWarm(string whom) => whom is ['@', '@', ..];

    private static string AgentId(string whom) => whom[0] == '@' ? whom.TrimStart('@') : "";
}
