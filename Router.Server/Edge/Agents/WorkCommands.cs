using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Policies.Shape;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Wire;
using Case = Router.V1.WorkRequest.RequestOneofCase;
using State = Router.Engine.Tickets.TicketState;

namespace Router.Server.Edge.Agents;

/// <summary>What an agent asks for, as the engine's commands, and the engine's answers as he is told them.</summary>
internal static class WorkCommands
{
    private const int MostChannels = 16;

    /// <summary>Reads a request of an agent who is signed in.</summary>
    /// <param name="request">What came in; not a sign-in, a heartbeat or a confirmation.</param>
    /// <param name="agentId">The agent.</param>
    /// <param name="sessionId">His session.</param>
    /// <param name="now">Server time in ms.</param>
    /// <param name="command">The command, when there is no mistake.</param>
    /// <returns>The first mistake, or null.</returns>
    public static Refused? Read(V1.WorkRequest request, string agentId, string sessionId, long now, out Command? command)
    {
        var check = default(ShapeCheck);
        command = request.RequestCase switch
        {
            Case.Accept => ReadAccept(ref check, request.Accept, agentId),
            Case.Decline => ReadDecline(ref check, request.Decline, agentId),
            Case.Complete => ReadComplete(ref check, request.Complete, agentId, now),
            Case.ReportCallBack => CallBackShape.ReadReport(ref check, request.ReportCallBack, agentId),
            Case.EndWrapUp => new EndWrapUp(agentId, Ticket(ref check, request.EndWrapUp.TicketId, "end_wrap_up"), request.EndWrapUp.AssignmentNo),
            Case.ExtendWrapUp => new ExtendWrapUp(
                agentId, Ticket(ref check, request.ExtendWrapUp.TicketId, "extend_wrap_up"), request.ExtendWrapUp.AssignmentNo),
            Case.Hold => new SetHold(agentId, Ticket(ref check, request.Hold.TicketId, "hold"), request.Hold.AssignmentNo, true),
            Case.Resume => new SetHold(agentId, Ticket(ref check, request.Resume.TicketId, "resume"), request.Resume.AssignmentNo, false),
            Case.MarkHard => new MarkHard(agentId, Ticket(ref check, request.MarkHard.TicketId, "mark_hard"), request.MarkHard.AssignmentNo),
            Case.Park => ReadPark(ref check, request.Park, agentId, now),
            Case.Transfer => TransferShape.Read(ref check, request.Transfer, agentId),
            Case.EndHandover => new EndHandover(
                agentId, Ticket(ref check, request.EndHandover.TicketId, "end_handover"), request.EndHandover.AssignmentNo),
            Case.StartConsult => ConsultShape.Read(ref check, request.StartConsult, agentId),
            Case.EndConsult => ConsultShape.Read(ref check, request.EndConsult, agentId),
            Case.Message => ReadMessage(ref check, request.Message, agentId),
            Case.SetPresence => ReadPresence(ref check, request.SetPresence, agentId),
            Case.Take => ReadTake(ref check, request.Take, agentId),
            Case.SignOut => ReadSignOut(request.SignOut, agentId, sessionId),
            _ => null,
        };
        if (command is null)
        {
            return request.RequestCase == Case.None
                ? Refused.For(
                    Reason.InvalidRequest,
                    "'request' is missing, or is one that this server does not know.",
                    ("field", "request"),
                    ("expected", "one request of WorkRequest"))
                : Refused.NotServed(NameOf(request));
        }

        return check.Refused;
    }

    /// <summary>The ticket that a request is about, or empty.</summary>
    /// <param name="command">What was read of it.</param>
    public static string TicketOf(Command command) => command switch
    {
        Accept accept => accept.TicketId,
        Decline decline => decline.TicketId,
        Complete complete => complete.TicketId,
        EndWrapUp wrapUp => wrapUp.TicketId,
        ExtendWrapUp wrapUp => wrapUp.TicketId,
        SetHold hold => hold.TicketId,
        MarkHard hard => hard.TicketId,
        Park park => park.TicketId,
        Transfer transfer => transfer.TicketId,
        EndHandover end => end.TicketId,
        StartConsult start => start.TicketId,
        EndConsult end => end.TicketId,
        ReportCallBack report => report.TicketId,
        Append append => append.TicketId,
        _ => "",
    };

    /// <summary>What is told of a request that was done.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="command">What was read of it.</param>
    /// <param name="outcome">The engine's answer.</param>
    public static V1.WorkUpdate Done(string requestId, Command command, Outcome outcome)
    {
        var done = new V1.Done { RequestId = requestId };
        switch (command)
        {
            case Accept:
                done.AssignmentNo = (int)outcome.Value!;
                done.State = V1.TicketState.Assigned;
                break;
            case Take:
                done.Waiting = !(bool)outcome.Value!;
                break;
            case Decline or Complete or EndWrapUp or ExtendWrapUp or SetHold or MarkHard or Park or Transfer or EndHandover or StartConsult or EndConsult or ReportCallBack:
                done.State = TicketWire.StateOf((State)outcome.Value!);
                break;
            case Append:
                done.MessageNumber = ((Engine.Tickets.Message)outcome.Value!).Number;
                done.State = V1.TicketState.Assigned;
                break;
        }

        return new V1.WorkUpdate { Done = done };
    }

    private static Accept ReadAccept(ref ShapeCheck check, V1.AcceptOffer accept, string agentId)
    {
        check.Id(accept.TicketId, "accept.ticket_id", FieldLimits.TicketId);
        return new Accept(agentId, accept.TicketId, accept.OfferNo);
    }

    private static Decline ReadDecline(ref ShapeCheck check, V1.DeclineOffer decline, string agentId)
    {
        check.Id(decline.TicketId, "decline.ticket_id", FieldLimits.TicketId);
        check.Line(decline.Reason, "decline.reason", FieldLimits.LabelBytes);
        return new Decline(agentId, decline.TicketId, decline.OfferNo, decline.Reason);
    }

    private static Complete ReadComplete(ref ShapeCheck check, V1.CompleteTicket complete, string agentId, long now)
    {
        check.Id(complete.TicketId, "complete.ticket_id", FieldLimits.TicketId);
        check.OptionalId(complete.Disposition, "complete.disposition", FieldLimits.Name);
        check.Bytes(complete.Note, "complete.note", FieldLimits.NoteBytes);
        return new Complete(agentId, complete.TicketId, complete.AssignmentNo, complete.Disposition, complete.Note, ReadFollowUp(ref check, complete.FollowUp, now));
    }

    private static FollowUpWish? ReadFollowUp(ref ShapeCheck check, V1.FollowUp? followUp, long now)
    {
        if (followUp is null)
        {
            return null;
        }

        check.OptionalId(followUp.Queue, "complete.follow_up.queue", FieldLimits.Name);
        check.Bytes(followUp.Note, "complete.follow_up.note", FieldLimits.SubjectBytes);
        var at = TimeAhead.Read(ref check, followUp.At, "complete.follow_up.at", 0, now);
        if (at == 0)
        {
            check.Fail(Reason.ScheduleOutOfRange, "complete.follow_up.at", "is missing", "a time after now");
        }

        return new FollowUpWish(at, followUp.Queue, followUp.Note, followUp.SameAgent);
    }

    private static Park ReadPark(ref ShapeCheck check, V1.ParkTicket park, string agentId, long now)
    {
        check.Id(park.TicketId, "park.ticket_id", FieldLimits.TicketId);
        check.Bytes(park.Note, "park.note", FieldLimits.SubjectBytes);
        var until = TimeAhead.Read(ref check, park.Until, "park.until", 0, now);
        return new Park(agentId, park.TicketId, park.AssignmentNo, until, park.UntilAnswer, park.Note, park.SameAgent);
    }

    private static Append ReadMessage(ref ShapeCheck check, V1.SendMessage message, string agentId)
    {
        check.Id(message.TicketId, "message.ticket_id", FieldLimits.TicketId);
        var text = message.ContentCase == V1.SendMessage.ContentOneofCase.Reference
            ? MessageShape.ReadReference(ref check, message.Reference, message.Language)
            : MessageShape.Read(ref check, message.Text, message.Language);
        return new Append(message.TicketId, agentId, message.AssignmentNo, text);
    }

    private static SetPresence ReadPresence(ref ShapeCheck check, V1.SetPresence presence, string agentId)
    {
        check.OptionalId(presence.Channel, "set_presence.channel", FieldLimits.Name);
        check.OptionalId(presence.AwayReason, "set_presence.away_reason", FieldLimits.Name);
        var isAway = presence.Presence == V1.Presence.Away;
        return new SetPresence(
            agentId, (Presence)presence.Presence, isAway ? presence.AwayReason : "", presence.When == V1.PresenceWhen.Now, presence.Channel);
    }

    private static Take ReadTake(ref ShapeCheck check, V1.Take take, string agentId)
    {
        check.Count(take.Channels.Count, "take.channels", MostChannels);
        for (var i = 0; i < take.Channels.Count && check.IsGood; i++)
        {
            check.Id(take.Channels[i], "", FieldLimits.Name);
            check.FoundIn("take.channels", i);
        }

        return new Take(agentId, [.. take.Channels]);
    }

    private static SignOut ReadSignOut(V1.SignOut signOut, string agentId, string sessionId)
    {
        return new SignOut(agentId, sessionId, signOut.WorkInHand switch
        {
            V1.WorkInHand.Finish => WorkInHand.Finish,
            V1.WorkInHand.Park => WorkInHand.Park,
            V1.WorkInHand.HandBack => WorkInHand.HandBack,
            _ => WorkInHand.Refuse,
        });
    }

    private static string Ticket(ref ShapeCheck check, string ticketId, string request)
    {
        check.Id(ticketId, $"{request}.ticket_id", FieldLimits.TicketId);
        return ticketId;
    }

    private static string NameOf(V1.WorkRequest request) => V1.WorkRequest.Descriptor.FindFieldByNumber((int)request.RequestCase).Name;
}
