using Google.Protobuf;
using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What was asked and answered in a batch, to and from its saved forms.</summary>
internal static class RequestCodec
{
    public static StoredRequests ToStored(IEnumerable<KeptRequest> requests) => new()
    {
        Requests =
        {
            requests.Select(request => new StoredRequest
            {
                Caller = request.Caller,
                RequestId = request.RequestId,
                ContentHash = UnsafeByteOperations.UnsafeWrap(HashBytes.Of(request.ContentHash)),
                Outcome = OutcomeCodec.ToStored(request.Outcome),
                At = request.At,
            }),
        },
    };

    public static IEnumerable<KeptRequest> FromStored(StoredRequests stored) => stored.Requests.Select(request => new KeptRequest(
        request.Caller,
        request.RequestId,
        HashBytes.Read(request.ContentHash.Span),
        OutcomeCodec.FromStored(request.Outcome),
        request.At));

    public static StoredSubmits ToStored(IEnumerable<KeptSubmit> submits) => new()
    {
        Submits =
        {
            submits.Select(submit => new StoredSubmit
            {
                Key = UnsafeByteOperations.UnsafeWrap(HashBytes.Of(submit.Key)),
                TicketId = submit.TicketId,
                ContentHash = UnsafeByteOperations.UnsafeWrap(submit.ContentHash),
                At = submit.At,
            }),
        },
    };

    public static IEnumerable<KeptSubmit> FromStored(StoredSubmits stored) => stored.Submits.Select(submit => new KeptSubmit(
        HashBytes.Read(submit.Key.Span),
        submit.TicketId,
        submit.ContentHash.Memory,
        submit.At));
}
