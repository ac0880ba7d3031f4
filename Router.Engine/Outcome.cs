using Router.Engine.Tickets;

namespace Router.Engine;

/// <summary>What became of a command: done, with the value it is answered with, or refused, and then nothing has changed.</summary>
public readonly record struct Outcome
{
    /// <summary>The key of <see cref="Metadata"/> under which real seconds stand after which repeating may help.</summary>
    public const string RetryAfterSeconds = "retry_after_seconds";

    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    /// <summary>What most commands are answered with, made once.</summary>
    private static readonly object[] States = [.. Enumerable.Range(0, (int)TicketState.Expired + 1).Select(s => (object)(TicketState)s)];

    private Outcome(Reason reason, object? value, string message, IReadOnlyDictionary<string, string> metadata)
    {
        Reason = reason;
        Value = value;
        Message = message;
        Metadata = metadata;
    }

    /// <summary>Why it was refused; <see cref="Reason.Unspecified"/> when it was done.</summary>
    public Reason Reason { get; }

    /// <summary>What the command is answered with; its own comment names the type.</summary>
    public object? Value { get; }

    /// <summary>For people: what was wrong, where, and what would be right. Empty when it was done.</summary>
    public string Message { get; }

    /// <summary>For programs: <c>field</c>, <c>expected</c> and what the reason names.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Whether the command was refused.</summary>
    public bool IsRefused => Reason != Reason.Unspecified;

    /// <summary>Done.</summary>
    public static Outcome Done(object? value = null) => new(Reason.Unspecified, value, "", NoMetadata);

    /// <summary>Done, and the ticket is in this state.</summary>
    /// <param name="state">The state.</param>
    public static Outcome Done(TicketState state) => Done(States[(int)state]);

    /// <summary>Refused.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">What was wrong, where, what would be right.</param>
    /// <param name="metadata">Pairs for programs.</param>
    public static Outcome Refused(Reason reason, string message, params (string Key, string Value)[] metadata) =>
        new(reason, null, message, metadata.Length == 0 ? NoMetadata : metadata.ToDictionary(m => m.Key, m => m.Value));

    /// <summary>The same refusal, which says more.</summary>
    /// <param name="sentence">One more sentence for people.</param>
    /// <param name="metadata">More pairs for programs, of other keys.</param>
    public Outcome And(string sentence, params IEnumerable<(string Key, string Value)> metadata) =>
        new(Reason, Value, $"{Message} {sentence}", Metadata.Concat(metadata.Select(m => KeyValuePair.Create(m.Key, m.Value))).ToDictionary());
}
