namespace Grpc.Core;

/// <summary>A call as its server sees it.</summary>
public abstract class ServerCallContext
{
    private Dictionary<object, object>? _userState;

    /// <summary>The path: "/service/method".</summary>
    public string Method => MethodCore;

    /// <summary>The host that was called.</summary>
    public string Host => HostCore;

    /// <summary>The address of the caller.</summary>
    public string Peer => PeerCore;

    /// <summary>When the caller stops waiting (UTC); <see cref="DateTime.MaxValue"/> without a deadline.</summary>
    public DateTime Deadline => DeadlineCore;

    /// <summary>The headers of the request.</summary>
    public Metadata RequestHeaders => RequestHeadersCore;

    /// <summary>Ends when the caller cancels or the deadline passes.</summary>
    public CancellationToken CancellationToken => CancellationTokenCore;

    /// <summary>The trailers to send.</summary>
    public Metadata ResponseTrailers => ResponseTrailersCore;

    /// <summary>The status to end with, unless an exception does.</summary>
    public Status Status
    {
        get => StatusCore;
        set => StatusCore = value;
    }

    /// <summary>How the next messages are written.</summary>
    public WriteOptions? WriteOptions
    {
        get => WriteOptionsCore;
        set => WriteOptionsCore = value;
    }

    /// <summary>Who calls, by transport.</summary>
    public AuthContext AuthContext => AuthContextCore;

    /// <summary>What interceptors and handlers of this call share.</summary>
    public IDictionary<object, object> UserState => UserStateCore;

    /// <summary>Implements <see cref="Method"/>.</summary>
    protected abstract string MethodCore { get; }

    /// <summary>Implements <see cref="Host"/>.</summary>
    protected abstract string HostCore { get; }

    /// <summary>Implements <see cref="Peer"/>.</summary>
    protected abstract string PeerCore { get; }

    /// <summary>Implements <see cref="Deadline"/>.</summary>
    protected abstract DateTime DeadlineCore { get; }

    /// <summary>Implements <see cref="RequestHeaders"/>.</summary>
    protected abstract Metadata RequestHeadersCore { get; }

    /// <summary>Implements <see cref="CancellationToken"/>.</summary>
    protected abstract CancellationToken CancellationTokenCore { get; }

    /// <summary>Implements <see cref="ResponseTrailers"/>.</summary>
    protected abstract Metadata ResponseTrailersCore { get; }

    /// <summary>Implements <see cref="Status"/>.</summary>
    protected abstract Status StatusCore { get; set; }

    /// <summary>Implements <see cref="WriteOptions"/>.</summary>
    protected abstract WriteOptions? WriteOptionsCore { get; set; }

    /// <summary>Implements <see cref="AuthContext"/>.</summary>
    protected abstract AuthContext AuthContextCore { get; }

    /// <summary>Implements <see cref="UserState"/>.</summary>
    protected virtual IDictionary<object, object> UserStateCore => _userState ??= [];

    /// <summary>Sends the response headers now instead of with the first message.</summary>
    /// <param name="responseHeaders">The headers.</param>
    public Task WriteResponseHeadersAsync(Metadata responseHeaders) => WriteResponseHeadersAsyncCore(responseHeaders);

    /// <summary>What a call made on behalf of this one inherits.</summary>
    /// <param name="options">What to hand on; null for all.</param>
    public ContextPropagationToken CreatePropagationToken(ContextPropagationOptions? options = null) =>
        CreatePropagationTokenCore(options);

    /// <summary>Implements <see cref="WriteResponseHeadersAsync"/>.</summary>
    /// <param name="responseHeaders">The headers.</param>
    protected abstract Task WriteResponseHeadersAsyncCore(Metadata responseHeaders);

    /// <summary>Implements <see cref="CreatePropagationToken"/>.</summary>
    /// <param name="options">What to hand on.</param>
    protected abstract ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options);
}
