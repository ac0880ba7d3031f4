using System.Threading.Channels;
using Grpc.Core;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Tickets;

/// <summary>
/// Many submits on one stream, each answered in the order in which it came. They are handed to the workspace as they come, so that
/// hundreds of them share a commit.
/// </summary>
/// <param name="submits">Takes one submit.</param>
/// <param name="refusals">Words for what goes wrong.</param>
/// <param name="real">Real time.</param>
internal sealed class SubmitStreamCall(SubmitCall submits, RefusalInterceptor refusals, TimeProvider real)
{
    /// <summary>Unanswered submits after which the stream is not read further.</summary>
    public const int MostUnanswered = 256;

    private static readonly WriteOptions MoreFollow = new(WriteFlags.BufferHint);

    /// <summary>Serves a stream to its end.</summary>
    /// <param name="call">The call.</param>
    /// <param name="requests">What comes in.</param>
    /// <param name="answers">What goes out.</param>
    public async Task RunAsync(
        Call call, IAsyncStreamReader<V1.SubmitStreamRequest> requests, IServerStreamWriter<V1.SubmitStreamResponse> answers)
    {
        using var life = new StreamLife(call, real);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(life.Over);

        // One more is in the hands of the writer.
        var pending = Channel.CreateBounded<Pending>(new BoundedChannelOptions(MostUnanswered - 1) { SingleReader = true, SingleWriter = true });
        var read = ReadAsync(call, requests, pending.Writer, reading.Token);
        try
        {
            await WriteAsync(call.Method, pending.Reader, answers, call.Gone);
        }
        finally
        {
            // After a failed write the reader would wait for room for ever.
            await reading.CancelAsync();
            await ((Task)read).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!await read)
        {
            throw life.End();
        }
    }

    /// <summary>Hands over what comes in, and says whether the caller has ended the stream.</summary>
    private async Task<bool> ReadAsync(
        Call call, IAsyncStreamReader<V1.SubmitStreamRequest> requests, ChannelWriter<Pending> pending, CancellationToken over)
    {
        try
        {
            // What is read is submitted at once: so there has to be room for its answer before.
            while (await pending.WaitToWriteAsync(over) && await requests.MoveNext(over))
            {
                var request = requests.Current;
                var answer = submits.SubmitAsync(call, request.Submit).AsTask();
                await pending.WriteAsync(new Pending(request.Tag, answer), over);
            }

            return true;
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            pending.Complete();
        }
    }

    private async Task WriteAsync(
        string method, ChannelReader<Pending> pending, IServerStreamWriter<V1.SubmitStreamResponse> answers, CancellationToken gone)
    {
        while (await pending.WaitToReadAsync(gone))
        {
            while (pending.TryRead(out var next))
            {
                var response = await AnswerAsync(method, next);
                answers.WriteOptions = pending.TryPeek(out var following) && following.Answer.IsCompleted ? MoreFollow : null;
                await answers.WriteAsync(response, gone);
            }
        }
    }

    private async ValueTask<V1.SubmitStreamResponse> AnswerAsync(string method, Pending pending)
    {
        var response = new V1.SubmitStreamResponse { Tag = pending.Tag };
        Refused? refused;
        try
        {
            (response.Accepted, refused) = await pending.Answer;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            refused = RefusalInterceptor.Unavailable(error) ?? refusals.Mistake(error, method);
        }

        if (refused is not null)
        {
            response.Refused = refused.ToProto();
        }

        return response;
    }

    private readonly record struct Pending(long Tag, Task<SubmitAnswer> Answer);
}
