using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Router.Server.Traces;

/// <summary>The trace of a ticket.</summary>
internal static class TraceContext
{
    private const int TraceBytes = 16;
    private const int SpanBytes = 8;

    /// <summary>Worked out from the ticket's id, so that nothing has to be kept: every server has the same one at any time.</summary>
    /// <param name="ticketId">The ticket.</param>
    public static ActivityContext Of(string ticketId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(ticketId), hash);
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash[..TraceBytes]),
            ActivitySpanId.CreateFromBytes(hash.Slice(TraceBytes, SpanBytes)),
            ActivityTraceFlags.Recorded,
            isRemote: true);
    }
}
