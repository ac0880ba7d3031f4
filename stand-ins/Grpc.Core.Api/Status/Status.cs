namespace Grpc.Core;

/// <summary>A status code with its text and, on the side where it arose, the exception behind it.</summary>
/// <param name="statusCode">The code.</param>
/// <param name="detail">The text that travels with the code.</param>
/// <param name="debugException">The local cause; it never travels.</param>
public readonly struct Status(StatusCode statusCode, string detail, Exception? debugException)
{
    /// <summary>Success without a text.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancellation without a text.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>A code with its text.</summary>
    /// <param name="statusCode">The code.</param>
    /// <param name="detail">The text that travels with the code.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; } = statusCode;

    /// <summary>The text that travels with the code.</summary>
    public string Detail { get; } = detail;

    /// <summary>The local cause, or null; it never travels.</summary>
    public Exception? DebugException { get; } = debugException;

    /// <inheritdoc/>
    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
