using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Wire;

namespace Router.Server.Edge.Tickets;

/// <summary>What puts a ticket off: another time for a scheduled one, and a call-back.</summary>
/// <param name="access">Whose ticket it is.</param>
/// <param name="clock">The server's time.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class LaterCalls(TicketAccess access, ServerClock clock, SpokenWaits spoken)
{
    /// <summary>A scheduled ticket gets another time.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.RescheduleTicketResponse> RescheduleAsync(Call call, V1.RescheduleTicketRequest request)
    {
        var reader = access.Check(call, request.TicketId, "");
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var at = TimeAhead.Read(ref check, request.ScheduleAt, "schedule_at", 0, clock.NowMs);
        check.Require();
        var command = new Reschedule(request.TicketId, at, call.Caller.Actor);
        var value = await TicketChanges.DoAsync(call, reader, command, request.TicketId, request.RequestId, request);
        return new V1.RescheduleTicketResponse { State = TicketWire.StateOf((TicketState)value) };
    }

    /// <summary>A customer who waits asks to be called back.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.RequestCallBackResponse> RequestCallBackAsync(Call call, V1.RequestCallBackRequest request)
    {
        var reader = access.Check(call, request.TicketId, request.CapabilityToken);
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var wish = CallBackShape.Read(ref check, request.CallBack ?? new V1.CallBack(), clock.NowMs);
        check.Require();
        var command = new RequestCallBack(request.TicketId, wish, reader == TicketReader.Customer ? null : call.Caller.Actor);
        var asked = (Submitted)await TicketChanges.DoAsync(call, reader, command, request.TicketId, request.RequestId, request);
        return new V1.RequestCallBackResponse { State = TicketWire.StateOf(asked.State), Waiting = spoken.Of(asked.Place, asked.State) };
    }
}
