using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Pipelines.Sockets.Unofficial;
using Router.Testing;

namespace Router.StandIns.Tests;

public sealed class RedisConnectionPipeTests
{
    [Fact]
    public async Task FailureToSend_EndsTheReaderToo()
    {
        var (near, far) = await SocketPairAsync();
        using var end = far;
        using var connection = SocketConnection.Create(near, PipeOptions.Default, PipeOptions.Default);
        var reading = connection.Input.ReadAsync().AsTask();

        near.Shutdown(SocketShutdown.Send);
        await connection.Output.WriteAsync(new byte[] { 1 });

        await Assert.ThrowsAsync<ConnectionResetException>(() => Eventually.DoneAsync(reading, "the reader's error"));
        Assert.Equal(PipeShutdownKind.WriteSocketError, connection.ShutdownKind);
        await Eventually.TrueAsync(
            async () =>
            {
                await Assert.ThrowsAsync<ConnectionResetException>(async () => await connection.Output.WriteAsync(new byte[] { 2 }));
                return true;
            },
            "the writer's error");
    }

    [Fact]
    public async Task FailureToWriteAStream_EndsTheReaderToo()
    {
        var pipe = StreamConnection.GetDuplex(new BrokenStream());
        var reading = pipe.Input.ReadAsync().AsTask();

        await pipe.Output.WriteAsync(new byte[] { 1 });

        var error = await Assert.ThrowsAsync<ConnectionResetException>(() => Eventually.DoneAsync(reading, "the reader's error"));
        Assert.Equal("broken", error.Message);
    }

    [Fact]
    public async Task End_OfTheOtherSide_CompletesTheReaderWithoutError()
    {
        var (near, far) = await SocketPairAsync();
        using var connection = SocketConnection.Create(near, null, null);
        await far.SendAsync(new byte[] { 1, 2, 3 });
        far.Dispose();

        await Eventually.TrueAsync(() => Task.FromResult(connection.ShutdownKind == PipeShutdownKind.ReadEndOfStream), "the end noticed");
        var read = await connection.Input.ReadAsync();

        Assert.Equal([1, 2, 3], read.Buffer.ToArray());
        connection.Input.AdvanceTo(read.Buffer.End);
        Assert.True((await connection.Input.ReadAsync()).IsCompleted);
        Assert.Equal((3, 0), (connection.BytesRead, connection.LastReceived));
    }

    [Fact]
    public async Task Bytes_InPiecesOfAnyLength_ArriveInOrder()
    {
        var (near, far) = await SocketPairAsync();
        using var connection = SocketConnection.Create(near, null, null);
        using var other = SocketConnection.Create(far, null, null);
        var sent = new byte[3_000_000];
        Random.Shared.NextBytes(sent);

        var writing = Task.Run(async () =>
        {
            for (int at = 0, length = 1; at < sent.Length; at += length, length = (length * 3 % 150_001) + 1)
            {
                await connection.Output.WriteAsync(sent.AsMemory(at, Math.Min(length, sent.Length - at)));
            }

            await connection.Output.CompleteAsync();
        });
        var read = await Eventually.DoneAsync(other.Input.ReadAtLeastAsync(sent.Length).AsTask(), "all bytes");

        Assert.Equal(sent, read.Buffer.ToArray());
        await writing;
    }

    [Fact]
    public async Task Dispose_WhileBothDirectionsWait_EndsBoth()
    {
        var (near, far) = await SocketPairAsync();
        using var end = far;
        var connection = SocketConnection.Create(near, null, new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var reading = connection.Input.ReadAsync().AsTask();
        var writing = connection.Output.WriteAsync(new byte[32 * 1024 * 1024]).AsTask();

        connection.Dispose();

        await Assert.ThrowsAsync<ConnectionResetException>(() => Eventually.DoneAsync(reading, "the reader's end"));
        await Assert.ThrowsAsync<ConnectionResetException>(() => Eventually.DoneAsync(writing, "the writer's end"));
    }

    [Fact]
    public async Task Connect_GivenUp_EndsTheAwaitOnce()
    {
        using var operation = new SocketAwaitableEventArgs();
        var awaiting = AwaitAsync(operation);

        operation.Abort(SocketError.TimedOut);
        operation.Complete();

        var error = await Assert.ThrowsAsync<SocketException>(() => Eventually.DoneAsync(awaiting, "the given-up operation"));
        Assert.Equal(SocketError.TimedOut, error.SocketErrorCode);

        static async Task AwaitAsync(SocketAwaitableEventArgs operation) => _ = await operation;
    }

    private static async Task<(Socket Near, Socket Far)> SocketPairAsync()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var near = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await near.ConnectAsync(listener.LocalEndPoint!);
        return (near, await listener.AcceptAsync());
    }

    /// <summary>Waits for ever to read, like TLS over a socket it does not own, and fails to write.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken");
    }
}
