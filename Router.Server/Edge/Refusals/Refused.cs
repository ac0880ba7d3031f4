using System.Globalization;
using Grpc.Core;
using Router.Engine;

namespace Router.Server.Edge.Refusals;

/// <summary>A refusal as a caller is told it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Message">For people: what was wrong, where, what would be right.</param>
/// <param name="Metadata">For programs: <c>field</c>, <c>expected</c> and what the reason names.</param>
/// <param name="RetryAfter">When repeating may help; null where it does not.</param>
internal sealed record Refused(Reason Reason, string Message, IReadOnlyDictionary<string, string> Metadata, TimeSpan? RetryAfter)
{
    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    /// <summary>The status it is told by.</summary>
    public StatusCode Code => ReasonStatus.CodeOf(Reason);

    /// <summary>A refusal of the edge's own.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">What was wrong, where, what would be right.</param>
    /// <param name="metadata">Pairs for programs.</param>
    public static Refused For(Reason reason, string message, params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var pairs = NoMetadata;
        if (metadata.Length > 0)
        {
            var named = new Dictionary<string, string>(metadata.Length, StringComparer.Ordinal);
            foreach (var (key, value) in metadata)
            {
                named[key] = value;
            }

            pairs = named;
        }

        return new Refused(reason, message, pairs, ReasonStatus.RetryAfter(reason));
    }

    /// <summary>A refusal of the engine.</summary>
    /// <param name="outcome">An outcome that is refused.</param>
    public static Refused From(Outcome outcome) =>
        new(outcome.Reason, outcome.Message, outcome.Metadata, RetryAfterOf(outcome));

    /// <summary>Says in which message of the request the field is; the request's own id is in none.</summary>
    /// <param name="message">The message's field.</param>
    public Refused Within(string message) =>
        Reason != Reason.RequestIdReused && Metadata.TryGetValue("field", out var field) ? At($"{message}.{field}") : this;

    /// <summary>Names another field.</summary>
    /// <param name="field">The field, from the request on.</param>
    public Refused At(string field) => this with { Metadata = new Dictionary<string, string>(Metadata, StringComparer.Ordinal) { ["field"] = field } };

    /// <summary>Something in the contract that this server does not serve.</summary>
    /// <param name="what">The call, request or field.</param>
    public static Refused NotServed(string what) =>
        For(Reason.NotImplemented, $"'{what}' is in the contract and not served by this server: leave it out.", ("field", what));

    private static TimeSpan? RetryAfterOf(Outcome outcome) =>
        outcome.Metadata.TryGetValue(Outcome.RetryAfterSeconds, out var seconds)
            ? TimeSpan.FromSeconds(long.Parse(seconds, CultureInfo.InvariantCulture))
            : ReasonStatus.RetryAfter(outcome.Reason);

    /// <summary>To end a call with.</summary>
    public RpcException ToException()
    {
        RefusalMeter.Count(Reason);
        return new(new Status(Code, Message), StatusDetails.Trailers(this), Message);
    }

    /// <summary>To tell inside a stream.</summary>
    public V1.Refusal ToProto()
    {
        RefusalMeter.Count(Reason);
        var refusal = new V1.Refusal
        {
            Reason = (V1.Reason)Reason,
            Code = (int)Code,
            Message = Message,
            RetryAfter = RetryAfter is { } after ? Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(after) : null,
        };
        refusal.Metadata.Add(Metadata.ToDictionary());
        return refusal;
    }
}
