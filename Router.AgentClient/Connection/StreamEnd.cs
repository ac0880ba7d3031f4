using Router.V1;

namespace Router.AgentClient.Connection;

/// <summary>How a stream ended, and what follows.</summary>
/// <param name="IsFinal">The session is over here: only a person starts another.</param>
/// <param name="Why">For people: what happened, as the rest of a sentence.</param>
internal sealed record StreamEnd(bool IsFinal, string Why)
{
    /// <summary>The end as the server told it, if it did.</summary>
    public SessionEnd Told { get; init; }

    /// <summary>The refusal that ended it, if one did.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The server asked not to be tried earlier than after this time.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>The connection broke, or the server is away.</summary>
    public static StreamEnd Broken(string why) => new(false, why);

    /// <summary>The server closed the stream and said why.</summary>
    public static StreamEnd ByServer(SessionEnded ended) =>
        new(!ended.Reconnect || ended.Reason is SessionEnd.TakenOver or SessionEnd.SignedOut, SessionEndTexts.Of(ended.Reason)) { Told = ended.Reason };

    /// <summary>The sign-in was refused.</summary>
    public static StreamEnd SignInRefused(Refusal refusal) =>
        new(!Transience.Is(refusal.Reason), refusal.Message)
        {
            Refusal = refusal,
            RetryAfter = refusal.RetryAfter?.ToTimeSpan() ?? TimeSpan.Zero,
        };
}
