using Router.Engine;
using Router.Engine.Commands;
using Router.Policies.Shape;

namespace Router.Server.Edge.Agents;

/// <summary>Reads what is said of a consult.</summary>
internal static class ConsultShape
{
    /// <summary>Reads whom an owner asks to join.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="start">What came in.</param>
    /// <param name="agentId">The agent.</param>
    public static StartConsult Read(ref ShapeCheck check, V1.StartConsult start, string agentId)
    {
        check.Id(start.TicketId, "start_consult.ticket_id", FieldLimits.TicketId);
        check.Bytes(start.Note, "start_consult.note", FieldLimits.NoteBytes);
        var target = TransferShape.ReadTarget(ref check, start.Target, "start_consult.target");
        return new StartConsult(agentId, start.TicketId, start.AssignmentNo, target, start.Note);
    }

    /// <summary>Reads how a consult ends.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="end">What came in.</param>
    /// <param name="agentId">The agent.</param>
    public static EndConsult Read(ref ShapeCheck check, V1.EndConsult end, string agentId)
    {
        check.Id(end.TicketId, "end_consult.ticket_id", FieldLimits.TicketId);
        check.OptionalId(end.AgentId, "end_consult.agent_id", FieldLimits.AgentId);
        var outcome = end.Outcome switch
        {
            V1.ConsultOutcome.Leave => ConsultOutcome.Leave,
            V1.ConsultOutcome.TakeOver => ConsultOutcome.TakeOver,
            V1.ConsultOutcome.Stay => ConsultOutcome.Stay,
            _ => Unknown(ref check),
        };
        return new EndConsult(agentId, end.TicketId, end.AssignmentNo, outcome, end.AgentId);
    }

    private static ConsultOutcome Unknown(ref ShapeCheck check)
    {
        check.Fail(Reason.InvalidRequest, "end_consult.outcome", "is none", "LEAVE, TAKE_OVER or STAY");
        return ConsultOutcome.Leave;
    }
}
