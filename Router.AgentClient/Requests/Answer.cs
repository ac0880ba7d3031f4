using System.Diagnostics.CodeAnalysis;
using Router.V1;

namespace Router.AgentClient.Requests;

/// <summary>The one answer to a request: done, or refused and nothing changed.</summary>
public sealed record Answer
{
    private Answer(Done? done, Refusal? refusal)
    {
        Done = done;
        Refusal = refusal;
    }

    /// <summary>Set when it was done.</summary>
    public Done? Done { get; }

    /// <summary>
    /// Set when it was refused. Reason OUTCOME_UNKNOWN: the session ended, or ten minutes passed, before an answer came; it may have been done.
    /// </summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(true, nameof(Done))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Done is not null;

    internal static Answer Of(Done done) => new(done, null);

    internal static Answer Of(Refusal refusal) => new(null, refusal);

    internal static Answer Unknown(string message) => new(null, new Refusal
    {
        Reason = Reason.OutcomeUnknown,
        Code = (int)Grpc.Core.StatusCode.Unavailable,
        Message = message,
    });
}
