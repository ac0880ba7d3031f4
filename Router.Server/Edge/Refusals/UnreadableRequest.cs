using System.Globalization;
using Grpc.Core;
using Router.Engine;
using Router.Policies.Shape;

namespace Router.Server.Edge.Refusals;

/// <summary>Gives the details of a refusal to requests that the gRPC library refuses before any code of ours sees them: too large, or no message.</summary>
internal static class UnreadableRequest
{
    private const string StatusHeader = "grpc-status";

    private static readonly string TooLarge = Text(StatusCode.ResourceExhausted);
    private static readonly string NoMessage = Text(StatusCode.Unknown);

    /// <summary>A request that is larger than <see cref="FieldLimits.RequestBytes"/>.</summary>
    public static readonly Refused Large = Refused.For(
        Reason.TooLarge,
        $"The request is too large: it may have {FieldLimits.RequestBytes} bytes.",
        ("field", ""),
        ("expected", $"at most {FieldLimits.RequestBytes} bytes"),
        ("limit", FieldLimits.RequestBytes.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A request that cannot be read as the method's message.</summary>
    public static readonly Refused Malformed = Refused.For(
        Reason.InvalidRequest,
        "The request is no message of this method: its bytes cannot be read.",
        ("field", ""),
        ("expected", "a message as the contract has it"));

    /// <summary>Looks at the response after the request was handled.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">Handles it.</param>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var headers = context.Response.Headers;
        if (!context.Response.HasStarted && headers.TryGetValue(StatusHeader, out var status) && !headers.ContainsKey(StatusDetails.Trailer))
        {
            if (status == TooLarge)
            {
                StatusDetails.Write(headers, Large);
            }
            else if (status == NoMessage)
            {
                StatusDetails.Write(headers, Malformed);
            }
        }
    }

    private static string Text(StatusCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);
}
