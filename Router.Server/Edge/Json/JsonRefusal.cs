using System.Text.Json;
using Grpc.Core;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Json;

/// <summary>A refusal as JSON: what gRPC clients find in <c>ErrorInfo</c>.</summary>
/// <param name="Reason">A name of <c>reasons.proto</c>, without its prefix; empty where the library itself refused.</param>
/// <param name="Message">For people.</param>
/// <param name="Metadata">For programs.</param>
internal sealed record JsonRefusal(string Reason, string Message, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>What clients of nginx call a request whose caller has gone.</summary>
    private const int Gone = 499;

    /// <summary>Writes it, with the HTTP status that belongs to its gRPC status.</summary>
    /// <param name="response">Where; nothing was written yet.</param>
    /// <param name="refused">The refusal.</param>
    public static Task WriteAsync(HttpResponse response, RpcException refused)
    {
        response.StatusCode = StatusOf(refused.StatusCode);
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(Of(refused), JsonSerializerOptions.Web);
    }

    private static JsonRefusal Of(RpcException refused)
    {
        var details = refused.Trailers.GetValueBytes(StatusDetails.Trailer) is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes).Details : [];
        foreach (var detail in details)
        {
            if (detail.TryUnpack<Google.Rpc.ErrorInfo>(out var info))
            {
                return new JsonRefusal(info.Reason, refused.Status.Detail, info.Metadata);
            }
        }

        return new JsonRefusal("", refused.Status.Detail, new Dictionary<string, string>());
    }

    private static int StatusOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange => StatusCodes.Status400BadRequest,
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.AlreadyExists or StatusCode.Aborted => StatusCodes.Status409Conflict,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Cancelled => Gone,
        StatusCode.Unimplemented => StatusCodes.Status501NotImplemented,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
