using System.Text;
using Grpc.Core;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class PlainTypeTests
{
    [Fact]
    public void Metadata_KeyInAnyCase_FindsTheLastOfSeveral()
    {
        var metadata = new Metadata { { "Key", "1" }, { "other", "x" }, { "KEY", "2" } };

        Assert.Equal("2", metadata.GetValue("kEy"));
        Assert.Equal(["1", "2"], metadata.GetAll("key").Select(entry => entry.Value));
        Assert.Equal(["key", "other", "key"], metadata.Select(entry => entry.Key));
        Assert.Null(metadata.GetValue("missing"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("colon:")]
    [InlineData("שם")]
    [InlineData("text-bin")]
    public void Entry_KeyThatATextCannotHave_IsRefused(string key) => Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Entry_BinaryValue_IsCopiedBothWays()
    {
        byte[] bytes = [1, 2, 3];
        var entry = new Metadata.Entry("key-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.True(entry.IsBinary);
        Assert.Equal<byte>([1, 2, 3], entry.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", bytes));
    }

    [Fact]
    public void Metadata_Empty_CannotBeChanged()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("key", "value"));
        Assert.Empty(Metadata.Empty);
    }

    [Fact]
    public void Metadata_AsAList_InsertsReplacesAndRemoves()
    {
        var (a, b, c) = (new Metadata.Entry("a", "1"), new Metadata.Entry("b", "2"), new Metadata.Entry("c", "3"));
        var metadata = new Metadata { a };

        metadata.Insert(0, b);
        metadata[1] = c;
        Assert.True(metadata.Remove(b));

        Assert.Equal([c], metadata);
        Assert.Equal(0, metadata.IndexOf(c));
        Assert.DoesNotContain(a, metadata);
        metadata.Clear();
        Assert.Empty(metadata);
    }

    [Fact]
    public void Status_Text_NamesCodeDetailAndCause()
    {
        var status = new Status(StatusCode.NotFound, "no such ticket");
        var caused = new Status(StatusCode.Internal, "broken", new InvalidOperationException("cause"));

        Assert.Equal("Status(StatusCode=\"NotFound\", Detail=\"no such ticket\")", status.ToString());
        Assert.Contains("InvalidOperationException: cause", caused.ToString(), StringComparison.Ordinal);
        Assert.Equal(StatusCode.OK, default(Status).StatusCode);
        Assert.Same(caused.DebugException, new RpcException(caused).InnerException);
    }

    [Fact]
    public void Marshaller_OfContexts_WorksOnArraysToo()
    {
        var marshaller = Marshallers.Create<string>(
            (text, context) =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                context.SetPayloadLength(bytes.Length);
                bytes.CopyTo(context.GetBufferWriter().GetSpan(bytes.Length));
                context.GetBufferWriter().Advance(bytes.Length);
                context.Complete();
            },
            context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

        Assert.Equal("ačiū", marshaller.Deserializer(marshaller.Serializer("ačiū")));
    }

    [Fact]
    public void CallOptions_With_ChangesACopy()
    {
        var options = new CallOptions(new Metadata { { "a", "1" } });

        var changed = options.WithDeadline(DateTime.MaxValue).WithWaitForReady().WithWriteOptions(WriteOptions.Default);

        Assert.Null(options.Deadline);
        Assert.False(options.IsWaitForReady);
        Assert.Equal((DateTime.MaxValue, true), (changed.Deadline, changed.IsWaitForReady));
        Assert.Same(options.Headers, changed.Headers);
    }

    [Fact]
    public void AuthContext_PeerIdentity_IsTheNamedProperty()
    {
        var name = AuthProperty.Create("name", Encoding.UTF8.GetBytes("dana"));
        var context = new AuthContext("name", new() { ["name"] = [name], ["other"] = [AuthProperty.Create("other", [1])] });

        Assert.True(context.IsPeerAuthenticated);
        Assert.Equal("dana", Assert.Single(context.PeerIdentity).Value);
        Assert.Equal(2, context.Properties.Count());
        Assert.Empty(context.FindPropertiesByName("missing"));
        Assert.False(new AuthContext(null, []).IsPeerAuthenticated);
    }

    [Fact]
    public void ServerServiceDefinition_OfAService_BindsItsMethodsInOrder()
    {
        var binder = new NamesOf();
        Echo.BindService(new EchoService(new CallLog())).BindService(binder);

        Assert.Equal(Echo.Descriptor.Methods.Select(method => method.Name), binder.Names);
    }

    [Fact]
    public void Client_WithoutAChannel_IsForTestDoubles() =>
        Assert.Throws<NotSupportedException>(() => new DoubleOfEcho().Unary(new EchoRequest()));

    private sealed class DoubleOfEcho : Echo.EchoClient;

    private sealed class NamesOf : ServiceBinderBase
    {
        public List<string> Names { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => Names.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) => Names.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) => Names.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) => Names.Add(method.Name);
    }
}
