using System.Runtime.CompilerServices;
using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Queries;
using Router.Server.Clock;
using Router.Server.Edge.Access;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Spoken;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Tickets;

/// <summary>Takes one submit, alone or of a stream.</summary>
/// <param name="clock">The server's time.</param>
/// <param name="capabilities">Makes the ticket's capability token.</param>
/// <param name="spoken">Says waiting times.</param>
internal sealed class SubmitCall(ServerClock clock, CapabilityTokens capabilities, SpokenWaits spoken)
{
    /// <summary>Submits.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in, or null when a message of a stream has none.</param>
    public ValueTask<SubmitAnswer> SubmitAsync(in Call call, V1.SubmitRequest? request)
    {
        if (request is null)
        {
            return new(new SubmitAnswer(null, Refused.For(Reason.InvalidRequest, "'submit' is missing.", ("field", "submit"), ("expected", "a ticket"))));
        }

        var now = clock.NowMs;
        var mistake = SubmitShape.Read(request, now, out var command);

        // Sent again after its time has come it is still the ticket that it was.
        var mayBeRepeat = mistake?.Reason == Reason.ScheduleOutOfRange && command.StartsAt > 0 && command.StartsAt < now;
        if (mistake is not null && !mayBeRepeat)
        {
            return new(new SubmitAnswer(null, mistake));
        }

        if (TicketAccess.SourceRefusal(call.Caller, request.Source, "submit for") is { } refused)
        {
            return new(new SubmitAnswer(null, refused));
        }

        return mayBeRepeat ? RepeatAsync(call, command, mistake!) : AnswerAsync(call, command);
    }

    private async ValueTask<SubmitAnswer> RepeatAsync(Call call, Submit command, Refused mistake)
    {
        var content = command.Content;
        return await call.Workspace.FindTicketIdAsync(content.Source, content.ExternalId, call.Patience, call.Gone) is null
            ? new SubmitAnswer(null, mistake)
            : await AnswerAsync(call, command);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SubmitAnswer> AnswerAsync(Call call, Submit command)
    {
        var (outcome, created) = await call.Workspace.SubmitAsync(command, call.Patience, call.Gone);
        if (outcome.IsRefused)
        {
            return new SubmitAnswer(null, Refused.From(outcome));
        }

        var submitted = (Submitted)outcome.Value!;
        return new SubmitAnswer(
            new V1.SubmitResponse
            {
                TicketId = submitted.TicketId,
                CapabilityToken = capabilities.For(call.Workspace.Id, submitted.TicketId),
                Created = created,
                State = TicketWire.StateOf(submitted.State),
                Waiting = spoken.Of(submitted.Place, submitted.State),
                Unroutable = submitted.Unroutable,
                ArrivedAt = ProtoTime.Time(submitted.CreatedAt),
            },
            null);
    }
}
