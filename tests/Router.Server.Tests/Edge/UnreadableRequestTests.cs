using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Router.Server.Tests.Edge;

/// <summary>Requests that are no message, or too large a one: no method does anything with them.</summary>
public sealed class UnreadableRequestTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    private const int MostBytes = 262_144;

    // A field of length 100 of which nothing follows.
    private static readonly byte[] Malformed = [0x0A, 0x64, 0x01];

    private IEnumerable<IMethod> Methods =>
        server.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method).OfType<IMethod>();

    [Fact]
    public async Task Bytes_that_are_no_message_are_refused_by_every_method()
    {
        var before = await PolicySnapshot.ReadAsync(server.Admin);
        foreach (var method in Methods)
        {
            var told = Told.Of((await WireCall.ErrorAsync(server.Admin.Invoker, method, Malformed))!);

            Assert.Equal((method.FullName, StatusCode.InvalidArgument, "INVALID_REQUEST"), (method.FullName, told.Code, told.Reason));
            Assert.Contains("no message of this method", told.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Fact]
    public async Task A_message_over_256_KiB_is_refused_by_every_method()
    {
        var before = await PolicySnapshot.ReadAsync(server.Admin);

        // A field that no message has, so that it could be read.
        var tooLarge = Unknown(MostBytes + 1);
        foreach (var method in Methods)
        {
            var told = Told.Of((await WireCall.ErrorAsync(server.Admin.Invoker, method, tooLarge))!);

            Assert.Equal((method.FullName, StatusCode.InvalidArgument, "TOO_LARGE"), (method.FullName, told.Code, told.Reason));
            Assert.Equal("262144", told.Metadata["limit"]);
        }

        Assert.Equal(before, await PolicySnapshot.ReadAsync(server.Admin));
    }

    [Fact]
    public async Task A_message_of_256_KiB_is_read()
    {
        var error = await WireCall.ErrorAsync(server.Admin.Invoker, Methods.Single(m => m.FullName.EndsWith("/ListQueues", StringComparison.Ordinal)), Unknown(MostBytes));

        Assert.Null(error);
    }

    [Fact]
    public async Task Bytes_that_are_no_message_end_an_agents_stream_and_not_his_session()
    {
        using var queue = await server.NewQueueAsync();
        using var caller = await queue.NewAgentAsync();
        using var agent = await TestAgent.SignInAsync(caller);
        var work = Methods.Single(m => m.FullName.EndsWith("/Work", StringComparison.Ordinal));

        Assert.NotNull(await WireCall.ErrorAsync(caller.Invoker, work, Malformed));

        await queue.SubmitAsync();
        await agent.NextAsync(V1.WorkUpdate.UpdateOneofCase.Offer);
    }

    /// <summary>An unknown field of bytes, in a message of a certain size.</summary>
    private static byte[] Unknown(int size)
    {
        // Field 2000 of bytes: two bytes of tag, three of length.
        const int head = 5;
        var message = new byte[size];
        var length = size - head;
        (message[0], message[1]) = (0x82, 0x7D);
        (message[2], message[3], message[4]) = ((byte)(length | 0x80), (byte)((length >> 7) | 0x80), (byte)(length >> 14));
        return message;
    }
}
