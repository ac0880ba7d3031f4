using Router.AgentClient.Terminal.Modes;

namespace Router.AgentClient.Terminal;

/// <summary>All keys and what they do, most used first, in the order of docs/agent-terminal.md.</summary>
internal static class KeyTable
{
    /// <summary>Cells of the widest <see cref="KeyHint.Key"/>.</summary>
    public const int KeyWidth = 10;

    public static readonly IReadOnlyList<KeyHint> All =
    [
        new("a", "accept the offer shown; anywhere Ctrl+A"),
        new("d", "decline it, with a reason if you like; anywhere Ctrl+D"),
        new("o", "show the next offer"),
        new("↑ ↓ 1 to 9", "select a ticket"),
        new("w Enter", "write to its customer; Alt+Enter or Ctrl+J: a new line"),
        new("c", "complete it"),
        new("h", "put its customer on hold, and off hold"),
        new("b", "say what came of a call-back"),
        new("k", "park it until the customer answers"),
        new("m", "the same, and it waits for you first"),
        new("t", "hand it over: QUEUE, @AGENT, or @@AGENT asks first"),
        new("i", "ask somebody to join; let him go, or leave"),
        new("!", "this one was hard: a breather after it"),
        new("x", "in wrap-up: more time"),
        new("Tab", "messages, history, details in turn"),
        new("PgUp PgDn", "scroll"),
        new("n", "on demand: the next ticket"),
        new("p", "presence: available, on demand, away"),
        new("?", "these keys"),
        new("q Ctrl+C", "sign out; Ctrl+C twice leaves at once"),
    ];
}
