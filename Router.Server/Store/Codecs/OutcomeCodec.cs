using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What a command was answered with, to and from its saved form.</summary>
internal static class OutcomeCodec
{
    /// <exception cref="ArgumentOutOfRangeException">A command is answered with a type that has no saved form.</exception>
    public static StoredOutcome ToStored(Outcome outcome)
    {
        var stored = new StoredOutcome { Reason = (int)outcome.Reason, Message = outcome.Message };
        foreach (var (name, value) in outcome.Metadata)
        {
            stored.Metadata.Add(name, value);
        }

        switch (outcome.Value)
        {
            case null:
                break;
            case bool created:
                stored.Created = created;
                break;
            case int assignmentNo:
                stored.AssignmentNo = assignmentNo;
                break;
            case long policyVersion:
                stored.PolicyVersion = policyVersion;
                break;
            case TicketState state:
                stored.State = (StoredTicketState)state;
                break;
            case Message message:
                stored.Appended = TicketCodec.ToStored(message);
                break;
            case Submitted submitted:
                stored.Submitted = ToStored(submitted);
                break;
            case AgentView agent:
                stored.Agent = ToStored(agent);
                break;
            case Moved moved:
                stored.Moved = new StoredMoved { Changed = moved.Changed };
                stored.Moved.Refused.AddRange(moved.Refused.Select(r => new StoredUnmoved { TicketId = r.TicketId, Refusal = ToStored(r.Refusal) }));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Value.GetType(), "This value has no saved form.");
        }

        return stored;
    }

    public static Outcome FromStored(StoredOutcome stored)
    {
        if (stored.Reason != (int)Reason.Unspecified)
        {
            return Outcome.Refused((Reason)stored.Reason, stored.Message, [.. stored.Metadata.Select(m => (m.Key, m.Value))]);
        }

        return Outcome.Done(stored.ValueCase switch
        {
            StoredOutcome.ValueOneofCase.Created => stored.Created,
            StoredOutcome.ValueOneofCase.AssignmentNo => stored.AssignmentNo,
            StoredOutcome.ValueOneofCase.PolicyVersion => stored.PolicyVersion,
            StoredOutcome.ValueOneofCase.State => (TicketState)stored.State,
            StoredOutcome.ValueOneofCase.Appended => TicketCodec.FromStored(stored.Appended),
            StoredOutcome.ValueOneofCase.Submitted => FromStored(stored.Submitted),
            StoredOutcome.ValueOneofCase.Agent => FromStored(stored.Agent),
            StoredOutcome.ValueOneofCase.Moved => new Moved(
                stored.Moved.Changed, [.. stored.Moved.Refused.Select(r => new UnmovedTicket(r.TicketId, FromStored(r.Refusal)))]),
            _ => null,
        });
    }

    private static StoredSubmitted ToStored(Submitted submitted) => new()
    {
        TicketId = submitted.TicketId,
        State = (StoredTicketState)submitted.State,
        CreatedAt = submitted.CreatedAt,
        Waits = submitted.Place is not null,
        Position = submitted.Place?.Position ?? 0,
        Estimate = submitted.Place is { } place ? TicketCodec.ToStored(place.Estimate) : null,
        Unroutable = submitted.Unroutable,
    };

    private static Submitted FromStored(StoredSubmitted stored) => new(
        stored.TicketId,
        (TicketState)stored.State,
        stored.CreatedAt,
        stored.Waits ? new WaitingPlace(stored.Position, TicketCodec.FromStored(stored.Estimate)) : null,
        stored.Unroutable);

    private static StoredAgentView ToStored(AgentView view) => new()
    {
        Profile = AgentCodec.ToStored(view.Record.Profile),
        Agent = AgentCodec.ToStored(view.Record),
        Activity = (StoredActivity)view.Activity,
        CapacityUsed = view.CapacityUsed,
        Tickets = { view.Tickets.Select(TicketCodec.ToWhole) },
    };

    private static AgentView FromStored(StoredAgentView stored) => new(
        AgentCodec.FromStored(stored.Agent, stored.Profile),
        (Activity)stored.Activity,
        stored.CapacityUsed,
        [.. stored.Tickets.Select(TicketCodec.FromWhole)]);
}
