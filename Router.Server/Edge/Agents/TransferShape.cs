using Router.Engine;
using Router.Engine.Commands;
using Router.Policies.Shape;

namespace Router.Server.Edge.Agents;

/// <summary>Reads where a ticket is handed to.</summary>
internal static class TransferShape
{
    /// <summary>Reads a transfer.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="transfer">What came in.</param>
    /// <param name="agentId">The agent.</param>
    public static Transfer Read(ref ShapeCheck check, V1.TransferTicket transfer, string agentId)
    {
        check.Id(transfer.TicketId, "transfer.ticket_id", FieldLimits.TicketId);
        check.Bytes(transfer.Note, "transfer.note", FieldLimits.NoteBytes);
        var target = ReadTarget(ref check, transfer.Target, "transfer.target");
        if (transfer.Warm && target.AgentId.Length == 0)
        {
            check.Fail(Reason.InvalidRequest, "transfer.target", "names no agent, and the transfer is warm", "an agent_id, or no 'warm'");
        }

        return new Transfer(agentId, transfer.TicketId, transfer.AssignmentNo, target, transfer.Note, transfer.Warm);
    }

    /// <summary>Reads whom an owner means.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="target">What came in.</param>
    /// <param name="path">Where in the request it stands.</param>
    public static HandoverTarget ReadTarget(ref ShapeCheck check, V1.HandoverTarget? target, string path)
    {
        switch (target?.TargetCase)
        {
            case V1.HandoverTarget.TargetOneofCase.Queue:
                check.Id(target.Queue, $"{path}.queue", FieldLimits.Name);
                return new HandoverTarget(target.Queue, null, []);
            case V1.HandoverTarget.TargetOneofCase.Requirement:
                var requirement = target.Requirement;
                check.OptionalId(requirement.Queue, $"{path}.requirement.queue", FieldLimits.Name);
                return new HandoverTarget(
                    requirement.Queue,
                    NeedsShape.Languages(ref check, $"{path}.requirement.languages", requirement.Languages),
                    NeedsShape.Skills(ref check, $"{path}.requirement.skills", requirement.Skills));
            case V1.HandoverTarget.TargetOneofCase.AgentId:
                check.Id(target.AgentId, $"{path}.agent_id", FieldLimits.AgentId);
                return new HandoverTarget("", null, [], target.AgentId);
            default:
                check.Fail(Reason.InvalidRequest, path, "is missing", "a queue, a requirement or an agent");
                break;
        }

        return new HandoverTarget("", null, []);
    }
}
