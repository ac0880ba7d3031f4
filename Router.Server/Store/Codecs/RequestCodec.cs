using Router.Server.Store.Commits;
using Router.Server.Store.V1;

namespace Router.Server.Store.Codecs;

/// <summary>What was asked and answered in a batch, to and from its saved forms.</summary>
internal static class RequestCodec
{
    public static void Write(FieldWriter fields, IReadOnlyList<KeptRequest> requests) =>
        fields.Messages(StoredRequests.RequestsFieldNumber, requests, Write);

    private static void Write(FieldWriter fields, KeptRequest request)
    {
        Span<byte> hash = stackalloc byte[HashBytes.Size];
        HashBytes.Write(hash, request.ContentHash);
        fields.Text(StoredRequest.CallerFieldNumber, request.Caller);
        fields.Text(StoredRequest.RequestIdFieldNumber, request.RequestId);
        fields.Bytes(StoredRequest.ContentHashFieldNumber, hash);
        fields.Message(StoredRequest.OutcomeFieldNumber, request.Outcome, OutcomeCodec.Write);
        fields.Number(StoredRequest.AtFieldNumber, request.At);
    }

    public static IEnumerable<KeptRequest> FromStored(StoredRequests stored) => stored.Requests.Select(request => new KeptRequest(
        request.Caller,
        request.RequestId,
        HashBytes.Read(request.ContentHash.Span),
        OutcomeCodec.FromStored(request.Outcome),
        request.At));

    public static void Write(FieldWriter fields, IReadOnlyList<KeptSubmit> submits) =>
        fields.Messages(StoredSubmits.SubmitsFieldNumber, submits, Write);

    private static void Write(FieldWriter fields, KeptSubmit submit)
    {
        Span<byte> key = stackalloc byte[HashBytes.Size];
        HashBytes.Write(key, submit.Key);
        fields.Bytes(StoredSubmit.KeyFieldNumber, key);
        fields.Text(StoredSubmit.TicketIdFieldNumber, submit.TicketId);
        fields.Bytes(StoredSubmit.ContentHashFieldNumber, submit.ContentHash.Span);
        fields.Number(StoredSubmit.AtFieldNumber, submit.At);
    }

    public static IEnumerable<KeptSubmit> FromStored(StoredSubmits stored) => stored.Submits.Select(submit => new KeptSubmit(
        HashBytes.Read(submit.Key.Span),
        submit.TicketId,
        submit.ContentHash.Memory,
        submit.At));
}
