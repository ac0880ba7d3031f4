using Router.Engine;
using Router.Engine.Commands;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Tickets;
using Router.Server.Store.Envelopes;
using Router.Server.Store.Reading;
using Router.Server.Workspaces;
using Case = Router.V1.WorkRequest.RequestOneofCase;

namespace Router.Server.Edge.Agents;

/// <summary>
/// Takes the requests of one stream. They are handed to the workspace in their order without waiting for each other's answers, and each is
/// answered exactly once.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="stream">The stream.</param>
/// <param name="writer">Its writer.</param>
/// <param name="clock">Real time.</param>
/// <param name="signIns">Signs in.</param>
/// <param name="refusals">Words for what goes wrong.</param>
internal sealed class WorkSession(
    Call call, AgentStream stream, UpdateWriter writer, ServerClock clock, SignInCall signIns, RefusalInterceptor refusals)
{
    /// <summary>Takes a request. Returns when the next one may be taken.</summary>
    /// <param name="request">The request.</param>
    public async ValueTask TakeAsync(V1.WorkRequest request)
    {
        stream.HeardAt = clock.Real.GetTimestamp();
        await stream.Unanswered.AddAsync(stream.Over);
        switch (request.RequestCase)
        {
            case Case.Heartbeat:
                stream.Answer(new() { Heartbeat = new() { Tag = request.Heartbeat.Tag, ServerTime = ProtoTime.Time(clock.NowMs) } });
                return;
            case Case.MessageConfirm:
                _ = ConfirmAsync(request.MessageConfirm);
                return;
        }

        var check = default(ShapeCheck);
        check.Id(request.RequestId, "request_id", FieldLimits.RequestId);
        if (check.Refused is { } mistake)
        {
            Refuse(request.RequestId, mistake);
        }
        else if (request.RequestCase == Case.SignIn)
        {
            await SignInAsync(request);
        }
        else if (stream.SeatedAt < 0)
        {
            Refuse(request.RequestId, Refused.For(Reason.NoSession, "This stream is not signed in: the first request must be 'sign_in'."));
        }
        else if (WorkCommands.Read(request, stream.AgentId, stream.SessionId, clock.NowMs, out var command) is { } refused)
        {
            Refuse(request.RequestId, refused);
        }
        else
        {
            _ = AnswerAsync(request, command!, ExecuteAsync(request, command!));
        }
    }

    /// <summary>Waits until every request is answered.</summary>
    public Task AnsweredAsync() => stream.Unanswered.AllAnsweredAsync(stream.Over);

    private async Task SignInAsync(V1.WorkRequest request)
    {
        // One after another: what was asked before belongs to the session before.
        var refused = stream.SeatedAt < 0
            ? await signIns.RunAsync(call, request.SignIn, stream, writer)
            : Refused.For(Reason.AlreadySignedIn, $"This stream is signed in as '{stream.AgentId}' already: open another one.");
        if (refused is null)
        {
            stream.Answer(new() { Done = new() { RequestId = request.RequestId } });
        }
        else
        {
            Refuse(request.RequestId, refused);
        }
    }

    private ValueTask<Outcome> ExecuteAsync(V1.WorkRequest request, Command command)
    {
        // A sign-out names its session, and so cannot be done twice.
        if (command is SignOut)
        {
            stream.IsSigningOut = true;
            return call.ExecuteAsync(command, null);
        }

        // The answer is queued together with what else the same batch tells the agent, and goes out with it.
        return call.ExecuteForQueueAsync(command, new RequestKey(stream.RequestCaller, request.RequestId, RequestHash.Of(request)));
    }

    private async Task AnswerAsync(V1.WorkRequest request, Command command, ValueTask<Outcome> answer)
    {
        try
        {
            var outcome = await answer;
            if (!outcome.IsRefused)
            {
                stream.Answer(WorkCommands.Done(request.RequestId, command, outcome));
                if (command is SignOut)
                {
                    await LeaveAsync();
                }

                return;
            }

            stream.IsSigningOut &= command is not SignOut;
            Refuse(request.RequestId, await TicketFinder.ExplainAsync(call, outcome, WorkCommands.TicketOf(command)));
        }
        catch (OperationCanceledException) when (call.Gone.IsCancellationRequested)
        {
            // The client has gone, and nobody waits for the answers.
        }
        catch (Exception error)
        {
            stream.IsSigningOut &= command is not SignOut;
            Refuse(request.RequestId, RefusalInterceptor.Unavailable(error) ?? refusals.Mistake(error, call.Method));
        }
    }

    // One who finishes what he has in hand is signed out later: then the end of the session is told like any other.
    private async Task LeaveAsync()
    {
        stream.IsSigningOut = false;
        var agent = await call.QueryAsync(engine => engine.Agent(stream.AgentId));
        if (agent?.Record.SessionId != stream.SessionId)
        {
            call.Edge.Agents.End(stream, StreamEnd.SignedOut);
        }
    }

    private async Task ConfirmAsync(V1.ConfirmMessage confirm)
    {
        try
        {
            if (stream.SeatedAt >= 0
                && confirm.TicketId.Length is > 0 and <= FieldLimits.TicketId
                && confirm.Number > 0
                && await call.QueryAsync(engine => engine.Ticket(confirm.TicketId)?.AgentId) == stream.AgentId)
            {
                await call.Workspace.Store.Conversations.ConfirmAsync(confirm.TicketId, MessageReader.Agent, confirm.Number, call.Gone);
            }
        }
        catch (Exception error) when (error is OperationCanceledException || RefusalInterceptor.Unavailable(error) is not null)
        {
            // It has no answer, and unconfirmed messages only come once more.
        }
        finally
        {
            stream.Unanswered.Remove();
        }
    }

    private void Refuse(string requestId, Refused refused) =>
        stream.Answer(new() { Refused = new() { RequestId = requestId, Refusal = refused.ToProto() } });
}
