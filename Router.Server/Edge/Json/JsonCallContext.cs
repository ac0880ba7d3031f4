using Grpc.Core;

namespace Router.Server.Edge.Json;

/// <summary>A request over HTTP as the services see a call.</summary>
internal sealed class JsonCallContext : ServerCallContext
{
    /// <summary>Where <c>GetHttpContext</c> of the gRPC library looks.</summary>
    private const string HttpContextKey = "__HttpContext";

    private readonly HttpContext _http;

    /// <summary>A call without a deadline.</summary>
    /// <param name="http">The request.</param>
    /// <param name="method">The full name of the method.</param>
    public JsonCallContext(HttpContext http, string method)
    {
        _http = http;
        MethodCore = method;
        UserState[HttpContextKey] = http;
    }

    /// <inheritdoc/>
    protected override string MethodCore { get; }

    /// <inheritdoc/>
    protected override string HostCore => _http.Request.Host.Value ?? "";

    /// <inheritdoc/>
    protected override string PeerCore => _http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <inheritdoc/>
    protected override DateTime DeadlineCore => DateTime.MaxValue;

    /// <inheritdoc/>
    protected override Metadata RequestHeadersCore { get; } = [];

    /// <inheritdoc/>
    protected override CancellationToken CancellationTokenCore => _http.RequestAborted;

    /// <inheritdoc/>
    protected override Metadata ResponseTrailersCore { get; } = [];

    /// <inheritdoc/>
    protected override Status StatusCore { get; set; }

    /// <inheritdoc/>
    protected override WriteOptions? WriteOptionsCore { get; set; }

    /// <inheritdoc/>
    protected override AuthContext AuthContextCore { get; } = new(null, []);

    /// <inheritdoc/>
    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => throw new NotSupportedException();
}
