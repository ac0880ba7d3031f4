using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What a command was answered with, to and from its saved form.</summary>
internal static class OutcomeCodec
{
    /// <exception cref="ArgumentOutOfRangeException">A command is answered with a type that has no saved form.</exception>
    public static void Write(FieldWriter fields, Outcome outcome)
    {
        fields.Number(StoredOutcome.ReasonFieldNumber, (long)outcome.Reason);
        fields.Text(StoredOutcome.MessageFieldNumber, outcome.Message);
        foreach (var (name, value) in outcome.Metadata)
        {
            fields.Pair(StoredOutcome.MetadataFieldNumber, name, value);
        }

        switch (outcome.Value)
        {
            case null:
                break;
            case bool created:
                fields.Chosen(StoredOutcome.CreatedFieldNumber, created ? 1 : 0);
                break;
            case int assignmentNo:
                fields.Chosen(StoredOutcome.AssignmentNoFieldNumber, assignmentNo);
                break;
            case long policyVersion:
                fields.Chosen(StoredOutcome.PolicyVersionFieldNumber, policyVersion);
                break;
            case TicketState state:
                fields.Chosen(StoredOutcome.StateFieldNumber, (long)state);
                break;
            case Message message:
                fields.Message(StoredOutcome.AppendedFieldNumber, TicketCodec.ToStored(message));
                break;
            case Submitted submitted:
                fields.Message(StoredOutcome.SubmittedFieldNumber, submitted, Write);
                break;
            case AgentView agent:
                fields.Message(StoredOutcome.AgentFieldNumber, agent, Write);
                break;
            case Moved moved:
                fields.Message(StoredOutcome.MovedFieldNumber, moved, Write);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Value.GetType(), "This value has no saved form.");
        }
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

    private static void Write(FieldWriter fields, Submitted submitted)
    {
        fields.Text(StoredSubmitted.TicketIdFieldNumber, submitted.TicketId);
        fields.Number(StoredSubmitted.StateFieldNumber, (long)submitted.State);
        fields.Number(StoredSubmitted.CreatedAtFieldNumber, submitted.CreatedAt);
        if (submitted.Place is { } place)
        {
            fields.Flag(StoredSubmitted.WaitsFieldNumber, true);
            fields.Number(StoredSubmitted.PositionFieldNumber, place.Position);
            fields.Message(StoredSubmitted.EstimateFieldNumber, place.Estimate, TicketCodec.Write);
            fields.Number(StoredSubmitted.OpensAtFieldNumber, place.OpensAt);
            fields.Number(StoredSubmitted.WaitedSecondsFieldNumber, place.WaitedSeconds);
            fields.Text(StoredSubmitted.LanguageFieldNumber, place.Hearer.Language);
            fields.Text(StoredSubmitted.QueueLanguageFieldNumber, place.Hearer.QueueLanguage);
            fields.Text(StoredSubmitted.TimeZoneFieldNumber, place.Hearer.TimeZone);
            fields.Flag(StoredSubmitted.MayBeCalledBackFieldNumber, place.Hearer.MayBeCalledBack);
        }

        fields.Flag(StoredSubmitted.UnroutableFieldNumber, submitted.Unroutable);
    }

    private static Submitted FromStored(StoredSubmitted stored) => new(
        stored.TicketId,
        (TicketState)stored.State,
        stored.CreatedAt,
        stored.Waits ? PlaceOf(stored) : null,
        stored.Unroutable);

    private static WaitingPlace PlaceOf(StoredSubmitted stored) =>
        new(stored.Position, TicketCodec.FromStored(stored.Estimate), stored.OpensAt, stored.WaitedSeconds)
        {
            Hearer = new Hearer(stored.Language, stored.QueueLanguage, stored.TimeZone, stored.MayBeCalledBack),
        };

    private static void Write(FieldWriter fields, Moved moved)
    {
        fields.Number(StoredMoved.ChangedFieldNumber, moved.Changed);
        fields.Messages(StoredMoved.RefusedFieldNumber, moved.Refused, Write);
    }

    private static void Write(FieldWriter fields, UnmovedTicket unmoved)
    {
        fields.Text(StoredUnmoved.TicketIdFieldNumber, unmoved.TicketId);
        fields.Message(StoredUnmoved.RefusalFieldNumber, unmoved.Refusal, Write);
    }

    private static void Write(FieldWriter fields, AgentView view)
    {
        fields.Message(StoredAgentView.ProfileFieldNumber, AgentCodec.ToStored(view.Record.Profile));
        fields.Message(StoredAgentView.AgentFieldNumber, view.Record, AgentCodec.Write);
        fields.Number(StoredAgentView.ActivityFieldNumber, (long)view.Activity);
        fields.Number(StoredAgentView.CapacityUsedFieldNumber, view.CapacityUsed);
        fields.Messages(StoredAgentView.TicketsFieldNumber, view.Tickets, TicketCodec.WriteWhole);
        fields.Messages(StoredAgentView.PeerOffersFieldNumber, view.PeerOffers, TicketCodec.WriteWhole);
        fields.Messages(StoredAgentView.JoinedFieldNumber, view.Joined, TicketCodec.WriteWhole);
    }

    private static AgentView FromStored(StoredAgentView stored) => new(
        AgentCodec.FromStored(stored.Agent, stored.Profile),
        (Activity)stored.Activity,
        stored.CapacityUsed,
        [.. stored.Tickets.Select(TicketCodec.FromWhole)],
        [.. stored.PeerOffers.Select(TicketCodec.FromWhole)],
        [.. stored.Joined.Select(TicketCodec.FromWhole)]);
}
