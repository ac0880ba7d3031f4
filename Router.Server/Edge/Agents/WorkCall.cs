using Grpc.Core;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Agents;

/// <summary>Serves one stream of an agent from its opening to its end.</summary>
/// <param name="clock">The server's time.</param>
/// <param name="signIns">Signs in.</param>
/// <param name="refusals">Words for what goes wrong.</param>
internal sealed class WorkCall(ServerClock clock, SignInCall signIns, RefusalInterceptor refusals)
{
    /// <summary>Serves the stream.</summary>
    /// <param name="call">The call.</param>
    /// <param name="requests">What comes in.</param>
    /// <param name="updates">What goes out.</param>
    public async Task RunAsync(Call call, IAsyncStreamReader<V1.WorkRequest> requests, IServerStreamWriter<V1.WorkUpdate> updates)
    {
        var streams = call.Edge.Agents;
        using var stream = new AgentStream(call.Caller, clock.Real.GetTimestamp());
        var writer = new UpdateWriter(stream, streams, call.Workspace.Store.Conversations);
        var session = new WorkSession(call, stream, writer, clock, signIns, refusals);
        streams.Add(stream);
        if (call.Edge.Epoch.Reason != StopReason.Unspecified)
        {
            streams.End(stream, StreamEnd.ShuttingDown);
        }

        using var gone = call.Gone.Register(() => streams.End(stream, StreamEnd.ClientGone));
        var writing = WriteAsync(call, streams, stream, writer, updates);
        try
        {
            await ReadAsync(requests, session, stream);
        }
        finally
        {
            // All that was asked is answered first.
            stream.Complete();
            await writing;
            streams.End(stream, StreamEnd.ClientGone);
        }

        if (stream.End?.Refused is { } refused)
        {
            throw refused.ToException();
        }
    }

    private static async Task ReadAsync(IAsyncStreamReader<V1.WorkRequest> requests, WorkSession session, AgentStream stream)
    {
        try
        {
            while (await requests.MoveNext(stream.Over))
            {
                await session.TakeAsync(requests.Current);
            }

            await session.AnsweredAsync();
        }
        catch (Exception) when (stream.Over.IsCancellationRequested)
        {
            // The stream has ended from this side, or the client has gone.
        }
    }

    private async Task WriteAsync(
        Call call, AgentStreams streams, AgentStream stream, UpdateWriter writer, IServerStreamWriter<V1.WorkUpdate> updates)
    {
        try
        {
            await writer.RunAsync(updates);
        }
        catch (Exception) when (stream.End is not null)
        {
            // It was ending, and the client did not take the rest.
        }
        catch (Exception error)
        {
            streams.End(stream, StreamEnd.Broken(RefusalInterceptor.Unavailable(error) ?? refusals.Mistake(error, call.Method)));
        }
    }
}
