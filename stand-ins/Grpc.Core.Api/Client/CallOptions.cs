namespace Grpc.Core;

/// <summary>How a call is made.</summary>
public struct CallOptions
{
    /// <summary>All options at once.</summary>
    /// <param name="headers">The request headers.</param>
    /// <param name="deadline">When to stop waiting (UTC); null for never.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">How messages are written.</param>
    /// <param name="propagationToken">What is inherited from the call being served.</param>
    /// <param name="credentials">Sent with this call.</param>
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>The request headers.</summary>
    public Metadata? Headers { get; private set; }

    /// <summary>When to stop waiting (UTC); null for never.</summary>
    public DateTime? Deadline { get; private set; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>How messages are written.</summary>
    public WriteOptions? WriteOptions { get; private set; }

    /// <summary>What is inherited from the call being served.</summary>
    public ContextPropagationToken? PropagationToken { get; private set; }

    /// <summary>Sent with this call.</summary>
    public CallCredentials? Credentials { get; private set; }

    /// <summary>Whether the call waits for a connection instead of failing without one.</summary>
    public bool IsWaitForReady { get; private set; }

    /// <summary>A copy with other headers.</summary>
    /// <param name="headers">The request headers.</param>
    public readonly CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>A copy with another deadline.</summary>
    /// <param name="deadline">When to stop waiting (UTC).</param>
    public readonly CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>A copy with another cancellation.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public readonly CallOptions WithCancellationToken(CancellationToken cancellationToken) =>
        this with { CancellationToken = cancellationToken };

    /// <summary>A copy with other write options.</summary>
    /// <param name="writeOptions">How messages are written.</param>
    public readonly CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>A copy with another propagation token.</summary>
    /// <param name="propagationToken">What is inherited from the call being served.</param>
    public readonly CallOptions WithPropagationToken(ContextPropagationToken propagationToken) =>
        this with { PropagationToken = propagationToken };

    /// <summary>A copy with other credentials.</summary>
    /// <param name="credentials">Sent with this call.</param>
    public readonly CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };

    /// <summary>A copy that waits for a connection, or not.</summary>
    /// <param name="waitForReady">Whether it waits.</param>
    public readonly CallOptions WithWaitForReady(bool waitForReady = true) => this with { IsWaitForReady = waitForReady };
}
