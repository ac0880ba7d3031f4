using Router.Engine.Events;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>A ticket's history on the wire. What the engine notes beside each entry is a short text of its own making.</summary>
internal static class HistoryWire
{
    /// <summary>The code of an assignment that a supervisor made past the agent's capacity.</summary>
    public const string PastCapacity = "past_capacity";

    /// <summary>One entry.</summary>
    /// <param name="entry">The engine's.</param>
    public static V1.HistoryEntry Of(HistoryEntry entry)
    {
        var shown = new V1.HistoryEntry
        {
            Time = ProtoTime.Time(entry.At),
            Action = ActionOf(entry),
            Actor = ActorWire.Of(entry.By),
            AgentId = entry.AgentId,
        };
        switch (entry.Kind)
        {
            case FactKind.OfferMade or FactKind.HandoverOffered or FactKind.ConsultOffered:
                shown.OfferNo = Number(entry.Detail);
                break;
            case FactKind.TicketAssigned:
                (var assigned, shown.Note) = CodeAndNote(entry.Detail);
                (shown.AssignmentNo, shown.Code) = NumberAndCode(assigned);
                break;
            case FactKind.TicketMoved or FactKind.TicketOverflowed:
                (_, shown.Code, shown.Queue, shown.Note) = TransferText.Read(entry.Detail);
                break;
            case FactKind.TicketReprioritised or FactKind.NeedsChanged:
                var change = TransferText.Read(entry.Detail);
                shown.Code = entry.Kind == FactKind.NeedsChanged ? "" : $"{change.AssignmentNo}";
                shown.Note = change.Note;
                break;
            case FactKind.HoldStarted or FactKind.HoldEnded or FactKind.WrapUpExtended or FactKind.ConsultStarted:
                shown.AssignmentNo = Number(entry.Detail);
                break;
            case FactKind.TicketParked:
                var (number, note) = CodeAndNote(entry.Detail);
                (shown.AssignmentNo, shown.Note) = (Number(number), note);
                break;
            case FactKind.TicketReopened:
                shown.Note = entry.Detail;
                break;
            case FactKind.TicketTransferred:
                (shown.AssignmentNo, _, shown.Queue, shown.Note) = TransferText.Read(entry.Detail);
                break;
            case FactKind.OfferEnded or FactKind.HandoverEnded or FactKind.ConsultOfferEnded:
                AddOfferEnd(shown, entry);
                break;
            default:
                (shown.Code, shown.Note) = CodeAndNote(entry.Detail);
                break;
        }

        return shown;
    }

    /// <summary>Whether an assignment went beyond what the agent may have in hand.</summary>
    /// <param name="assigned">The entry of the assignment.</param>
    public static bool IsPastCapacity(HistoryEntry assigned) => NumberAndCode(CodeAndNote(assigned.Detail).Code).Code == PastCapacity;

    private static V1.HistoryAction ActionOf(HistoryEntry entry) => entry.Kind switch
    {
        FactKind.TicketScheduled => V1.HistoryAction.Scheduled,
        FactKind.TicketEntered when entry.Detail == nameof(EntryCause.Unparked) => V1.HistoryAction.Unparked,
        FactKind.TicketReopened => V1.HistoryAction.Reopened,
        FactKind.TicketTransferred => V1.HistoryAction.Transferred,
        FactKind.TicketOverflowed => V1.HistoryAction.Overflowed,
        FactKind.TicketMoved => V1.HistoryAction.Moved,
        FactKind.TicketReprioritised => V1.HistoryAction.Reprioritised,
        FactKind.NeedsChanged => V1.HistoryAction.RequirementChanged,
        FactKind.FollowUpPlanned => V1.HistoryAction.FollowUpPlanned,
        FactKind.CallBackRequested => V1.HistoryAction.CallBackRequested,
        FactKind.CallBackAttempted => V1.HistoryAction.CallBackAttempted,
        FactKind.PolicyApplied => V1.HistoryAction.PolicyApplied,
        FactKind.TicketParked => V1.HistoryAction.Parked,
        FactKind.TicketEntered => V1.HistoryAction.Entered,
        FactKind.RoutabilityChanged when entry.Detail == "routable" => V1.HistoryAction.Routable,
        FactKind.RoutabilityChanged => V1.HistoryAction.Unroutable,
        FactKind.StepOpened => V1.HistoryAction.StepOpened,
        FactKind.HandoverOffered => V1.HistoryAction.HandoverOffered,
        FactKind.HandoverEnded => V1.HistoryAction.HandoverEnded,
        FactKind.ConsultOffered => V1.HistoryAction.ConsultOffered,
        FactKind.ConsultOfferEnded => V1.HistoryAction.ConsultOfferEnded,
        FactKind.ConsultStarted => V1.HistoryAction.ConsultStarted,
        FactKind.ConsultEnded => V1.HistoryAction.ConsultEnded,
        FactKind.OfferMade => V1.HistoryAction.Offered,
        FactKind.DeclinedOften => V1.HistoryAction.DeclinedOften,
        FactKind.HoldStarted => V1.HistoryAction.HoldStarted,
        FactKind.HoldEnded => V1.HistoryAction.HoldEnded,
        FactKind.TicketMarkedHard => V1.HistoryAction.MarkedHard,
        FactKind.WrapUpExtended => V1.HistoryAction.WrapUpExtended,
        FactKind.TicketAssigned => V1.HistoryAction.Assigned,
        FactKind.InteractionEnded => V1.HistoryAction.InteractionEnded,
        FactKind.TicketCompleted => V1.HistoryAction.Completed,
        FactKind.TicketRequeued => V1.HistoryAction.Requeued,
        FactKind.TicketLeft => LeftAs(entry.Detail),
        FactKind.AgentHeld => V1.HistoryAction.AgentHeld,
        FactKind.AgentReleased => V1.HistoryAction.AgentReleased,
        FactKind.TicketExpedited => V1.HistoryAction.Expedited,
        FactKind.PromiseJudged => V1.HistoryAction.PromiseJudged,
        FactKind.AgentWanted => V1.HistoryAction.AgentWanted,
        FactKind.AgentNotAwaited => V1.HistoryAction.AgentNotAwaited,
        _ => V1.HistoryAction.Unspecified,
    };

    private static V1.HistoryAction LeftAs(string detail) => CodeAndNote(detail).Code switch
    {
        nameof(Engine.Tickets.TicketState.Abandoned) => V1.HistoryAction.Abandoned,
        nameof(Engine.Tickets.TicketState.Cancelled) => V1.HistoryAction.Cancelled,
        _ => V1.HistoryAction.Expired,
    };

    // "3 Declined: on a call" is the third offer, how it ended, and what the agent said.
    private static void AddOfferEnd(V1.HistoryEntry shown, HistoryEntry entry)
    {
        var detail = entry.Detail;
        var space = detail.IndexOf(' ', StringComparison.Ordinal);
        shown.OfferNo = Number(detail[..Math.Max(space, 0)]);
        var (end, cause) = CodeAndNote(detail[(space + 1)..]);
        shown.Action = end switch
        {
            _ when entry.Kind != FactKind.OfferEnded => shown.Action,
            nameof(OfferEnd.Declined) => V1.HistoryAction.Declined,
            nameof(OfferEnd.Missed) or nameof(OfferEnd.Unanswered) => V1.HistoryAction.OfferExpired,
            _ => V1.HistoryAction.OfferWithdrawn,
        };
        shown.Code = end;
        shown.Note = cause;
    }

    private static (string Code, string Note) CodeAndNote(string detail)
    {
        var colon = detail.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (detail, "") : (detail[..colon], detail[(colon + 2)..]);
    }

    // "2 past_capacity" is the second assignment, an exception from the order.
    private static (int Number, string Code) NumberAndCode(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (Number(text), "") : (Number(text[..space]), text[(space + 1)..]);
    }

    private static int Number(string text) => int.TryParse(text, out var number) ? number : 0;
}
