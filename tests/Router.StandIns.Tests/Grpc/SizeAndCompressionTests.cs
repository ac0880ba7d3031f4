using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

public sealed class SizeAndCompressionTests
{
    private const int Limit = 64 * 1024;
    private static readonly string Large = new('x', Limit + 1);

    [Fact]
    public async Task Request_AboveTheServersLimit_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync(configure: options => options.MaxReceiveMessageSize = Limit);

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await server.CreateClient().UnaryAsync(new EchoRequest { Text = Large }));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Response_AboveTheClientsLimit_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync();
        var client = server.CreateClient(options => options.MaxReceiveMessageSize = Limit);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoRequest { Text = Large }));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Message_OfManyBuffers_ArrivesWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000));
        await using var server = await EchoServer.StartAsync();

        var response = await server.CreateClient().UnaryAsync(new EchoRequest { Text = text });

        Assert.Equal(text, response.Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compression_BothWays_GivesTheSameText(string encoding)
    {
        var counting = new CountingProvider(
            encoding == "gzip"
                ? new GzipCompressionProvider(CompressionLevel.Fastest)
                : new DeflateCompressionProvider(CompressionLevel.Fastest));
        await using var server = await EchoServer.StartAsync(configure: options =>
        {
            options.CompressionProviders = [counting];
            options.ResponseCompressionAlgorithm = encoding;
            options.ResponseCompressionLevel = CompressionLevel.Optimal;
        });
        var client = server.CreateClient(options => options.CompressionProviders = [counting]);

        var response = await client.UnaryAsync(new EchoRequest { Text = Large }, new Metadata { { "grpc-internal-encoding-request", encoding } });

        Assert.Equal(Large, response.Text);
        Assert.Equal((2, 2), (counting.Compressed, counting.Decompressed));
    }

    [Fact]
    public async Task NoCompress_OnTheRequest_LeavesItUncompressed()
    {
        var counting = new CountingProvider(new GzipCompressionProvider(CompressionLevel.Fastest));
        await using var server = await EchoServer.StartAsync();
        var client = server.CreateClient(options => options.CompressionProviders = [counting]);

        await client.UnaryAsync(
            new EchoRequest { Text = Large },
            new CallOptions(
                new Metadata { { "grpc-internal-encoding-request", "gzip" } }, writeOptions: new WriteOptions(WriteFlags.NoCompress)));

        Assert.Equal(0, counting.Compressed);
    }

    private sealed class CountingProvider(ICompressionProvider inner) : ICompressionProvider
    {
        private int _compressed;
        private int _decompressed;

        public int Compressed => _compressed;

        public int Decompressed => _decompressed;

        public string EncodingName => inner.EncodingName;

        public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel)
        {
            Interlocked.Increment(ref _compressed);
            return inner.CreateCompressionStream(stream, compressionLevel);
        }

        public Stream CreateDecompressionStream(Stream stream)
        {
            Interlocked.Increment(ref _decompressed);
            return inner.CreateDecompressionStream(stream);
        }
    }
}
