using Google.Rpc;
using Grpc.Core;
using Router.Testing;

namespace Router.Server.Tests.Edge;

/// <summary>What a refused call was told.</summary>
/// <param name="Code">The gRPC status.</param>
/// <param name="Reason">The reason's name in the contract, without its prefix.</param>
/// <param name="Message">For people.</param>
/// <param name="Metadata">For programs.</param>
/// <param name="RetryAfter">When to repeat, or null.</param>
public sealed record Told(StatusCode Code, string Reason, string Message, IReadOnlyDictionary<string, string> Metadata, TimeSpan? RetryAfter)
{
    /// <summary>Where the mistake is.</summary>
    public string? Field => Metadata.GetValueOrDefault("field");

    /// <summary>The mistake is named: by reason, with where it is and what would be right.</summary>
    /// <param name="what">What was wrong, for whoever reads the failure.</param>
    /// <param name="code">The status.</param>
    /// <param name="reason">The reason's name.</param>
    /// <param name="field">The field of the request.</param>
    /// <param name="right">What the message has to say would be right.</param>
    public void Names(string what, StatusCode code, string reason, string field, string right)
    {
        Assert.Equal((what, code, reason, field), (what, Code, Reason, Field));
        Assert.Contains(right, Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Message, char.IsControl);
    }

    /// <summary>Awaits a call that has to be refused.</summary>
    /// <typeparam name="T">Its answer's type.</typeparam>
    /// <param name="call">The call.</param>
    public static async Task<Told> ByAsync<T>(AsyncUnaryCall<T> call) =>
        Of(await Assert.ThrowsAsync<RpcException>(() => Eventually.DoneAsync(call.ResponseAsync, "the refusal of a call")));

    /// <summary>Awaits a stream whose first answer has to be a refusal.</summary>
    /// <typeparam name="T">Its answer's type.</typeparam>
    /// <param name="stream">The stream.</param>
    public static async Task<Told> ByAsync<T>(IAsyncStreamReader<T> stream) =>
        Of(await Assert.ThrowsAsync<RpcException>(() => Eventually.DoneAsync(stream.MoveNext(CancellationToken.None), "the refusal of a stream")));

    /// <summary>Reads an error with its details.</summary>
    /// <param name="error">The error.</param>
    public static Told Of(RpcException error)
    {
        var bytes = error.Trailers.GetValueBytes("grpc-status-details-bin");
        Assert.True(bytes is not null, $"No details: {error.Status}");
        var status = Google.Rpc.Status.Parser.ParseFrom(bytes);
        Assert.Equal(((int)error.StatusCode, error.Status.Detail), (status.Code, status.Message));
        var info = status.Details[0].Unpack<ErrorInfo>();
        Assert.Equal("router.v1", info.Domain);
        var retry = status.Details.Count > 1 ? status.Details[1].Unpack<RetryInfo>().RetryDelay.ToTimeSpan() : (TimeSpan?)null;
        return new Told(error.StatusCode, info.Reason, error.Status.Detail, info.Metadata.ToDictionary(), retry);
    }
}
