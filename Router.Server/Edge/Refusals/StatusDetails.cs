using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Router.Engine;

namespace Router.Server.Edge.Refusals;

/// <summary>Puts a refusal into the trailer where clients of any language look for it.</summary>
internal static class StatusDetails
{
    /// <summary>The trailer's name.</summary>
    public const string Trailer = "grpc-status-details-bin";

    /// <summary>The domain of <c>ErrorInfo</c>.</summary>
    public const string Domain = "router.v1";

    private const string Prefix = "REASON_";

    private static readonly FrozenDictionary<int, string> Names = V1.ReasonsReflection.Descriptor.EnumTypes
        .Single(e => e.Name == nameof(Reason)).Values
        .ToFrozenDictionary(v => v.Number, v => v.Name[Prefix.Length..]);

    /// <summary>A reason's name in the contract, without its prefix: <c>UNKNOWN_QUEUE</c>.</summary>
    /// <param name="reason">A reason.</param>
    public static string NameOf(Reason reason) => Names[(int)reason];

    /// <summary>The trailers that tell a refusal.</summary>
    /// <param name="refused">The refusal.</param>
    public static Metadata Trailers(Refused refused) => new() { { Trailer, Encode(refused) } };

    /// <summary>Writes a refusal into the headers of a gRPC response that has nothing else.</summary>
    /// <param name="headers">The response's.</param>
    /// <param name="refused">The refusal.</param>
    public static void Write(IHeaderDictionary headers, Refused refused)
    {
        headers["grpc-status"] = ((int)refused.Code).ToString(CultureInfo.InvariantCulture);
        headers["grpc-message"] = PercentEncoded(refused.Message);
        headers[Trailer] = Convert.ToBase64String(Encode(refused)).TrimEnd('=');
    }

    /// <summary>A refusal as bytes of <c>google.rpc.Status</c>.</summary>
    /// <param name="refused">The refusal.</param>
    public static byte[] Encode(Refused refused)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = NameOf(refused.Reason) };
        info.Metadata.Add(refused.Metadata.ToDictionary());
        var status = new Google.Rpc.Status
        {
            Code = (int)refused.Code,
            Message = refused.Message,
            Details = { Any.Pack(info) },
        };
        if (refused.RetryAfter is { } after)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(after) }));
        }

        return status.ToByteArray();
    }

    // As "gRPC over HTTP/2" has it: printable ASCII but '%' stands as it is. What is encoded beyond that, clients in JavaScript do not decode.
    private static string PercentEncoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text))
        {
            _ = unit is >= (byte)' ' and <= (byte)'~' and not (byte)'%'
                ? encoded.Append((char)unit)
                : encoded.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return encoded.ToString();
    }
}
