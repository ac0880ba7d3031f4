using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Router.Testing;

namespace Router.Server.Tests.Edge;

public sealed class ReflectionTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Theory]
    [InlineData("grpc.reflection.v1.ServerReflection")]
    [InlineData("grpc.reflection.v1alpha.ServerReflection")]
    public async Task Tools_find_services_and_files_under_both_names(string service)
    {
        var method = new Method<ServerReflectionRequest, ServerReflectionResponse>(
            MethodType.DuplexStreaming, service, "ServerReflectionInfo", Marshaller<ServerReflectionRequest>(), Marshaller<ServerReflectionResponse>());
        using var call = server.Admin.Invoker.AsyncDuplexStreamingCall(method, null, default);

        var services = (await AskAsync(new ServerReflectionRequest { ListServices = "" })).ListServicesResponse.Service.Select(s => s.Name);
        var files = (await AskAsync(new ServerReflectionRequest { FileContainingSymbol = service })).FileDescriptorResponse.FileDescriptorProto;
        var unknown = await AskAsync(new ServerReflectionRequest { FileByFilename = "nowhere.proto" });
        await call.RequestStream.CompleteAsync();

        Assert.Contains("router.v1.TicketService", services);
        Assert.Contains(service, services);
        var described = files.Select(FileDescriptorProto.Parser.ParseFrom).ToList();
        Assert.Contains(described, file => file.Service.Any(s => $"{file.Package}.{s.Name}" == service));
        Assert.All(described.SelectMany(file => file.Dependency), used => Assert.Contains(described, file => file.Name == used));
        Assert.Equal((int)StatusCode.NotFound, unknown.ErrorResponse.ErrorCode);

        async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
        {
            await call.RequestStream.WriteAsync(request);
            Assert.True(await Eventually.DoneAsync(call.ResponseStream.MoveNext(CancellationToken.None), "the answer of reflection"));
            return call.ResponseStream.Current;
        }
    }

    private static Marshaller<T> Marshaller<T>()
        where T : Google.Protobuf.IMessage<T>, new() =>
        Marshallers.Create(message => Google.Protobuf.MessageExtensions.ToByteArray(message), bytes =>
        {
            var message = new T();
            Google.Protobuf.MessageExtensions.MergeFrom(message, bytes);
            return message;
        });
}
