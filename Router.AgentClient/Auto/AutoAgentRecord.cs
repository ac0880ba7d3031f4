using Router.AgentClient.Connection;
using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>Counts and tells what was acknowledged. Safe for use by many threads.</summary>
internal sealed class AutoAgentRecord(AgentSession session, Action<AutoAgentEvent>? told)
{
    private readonly Lock _lock = new();
    private int _accepted;
    private int _completed;
    private int _written;
    private int _refused;

    public void Add(AutoAgentEventKind kind, string ticketId, int assignmentNo, TicketState state)
    {
        lock (_lock)
        {
            _accepted += kind == AutoAgentEventKind.Accepted ? 1 : 0;
            _completed += kind == AutoAgentEventKind.CompleteAcknowledged && state == TicketState.Completed ? 1 : 0;
            _written += kind == AutoAgentEventKind.Written ? 1 : 0;
            _refused += kind is AutoAgentEventKind.AcceptRefused or AutoAgentEventKind.CompleteRefused ? 1 : 0;
            told?.Invoke(new AutoAgentEvent(kind, ticketId, assignmentNo, state, session.State.Time?.Now ?? DateTimeOffset.UnixEpoch));
        }
    }

    public AutoAgentSummary Summary(AgentConnection end)
    {
        lock (_lock)
        {
            return new AutoAgentSummary(_accepted, _completed, _written, _refused, end.End == SessionEnd.SignedOut, end.Why) { Refusal = end.Refusal };
        }
    }
}
