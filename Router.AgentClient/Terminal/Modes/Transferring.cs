using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>
/// Hands a ticket over: first the queue's name, or an agent's after an @, then a note for whoever takes it. After two @ the agent is asked, and
/// the ticket stays until he accepts.
/// </summary>
internal sealed class Transferring(string ticketId) : ITextMode
{
    /// <summary>Longest note of the contract, 4 KiB; longer than any queue's name.</summary>
    public const int MaxBytes = 4 * 1024;

    private string _queue = "";
    private Draft _text = Input.Draft.Empty;

    private bool IsWarm => _queue is ['@', '@', ..];

    private string AgentId => IsWarm ? _queue[2..] : _queue is ['@', .. var agentId] ? agentId : "";

    public string Title(AgentDesk desk) => desk.Find(ticketId) is not { } ticket ? "No longer yours"
        : _queue.Length == 0 ? $"Hand {CustomerName.Of(ticket.Ticket)} over: to which queue, @agent, or @@agent to ask him first?"
        : IsWarm ? $"Ask {AgentId} to take {CustomerName.Of(ticket.Ticket)} over: note (may stay empty)"
        : $"Hand {CustomerName.Of(ticket.Ticket)} over to {(AgentId.Length > 0 ? AgentId : desk.LabelOf(_queue))}: note (may stay empty)";

    public Draft Draft(AgentDesk desk) => _text;

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press is { Info.Key: ConsoleKey.Enter, IsPasted: false })
        {
            Next(desk);
        }
        else
        {
            _text = _text.After(press, MaxBytes) ?? _text;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) =>
        [new KeyHint("Enter", _queue.Length == 0 ? "next" : IsWarm ? "ask" : "hand over"), new KeyHint("Esc", "back"), .. desk.OfferHints()];

    private void Next(AgentDesk desk)
    {
        var text = _text.Text.Trim();
        if (_queue.Length == 0)
        {
            (_queue, _text) = (text, text.Length == 0 ? _text : Input.Draft.Empty);
            return;
        }

        desk.Mode = Browsing.Instance;
        var target = AgentId.Length > 0 ? new HandoverTarget { AgentId = AgentId } : new HandoverTarget { Queue = _queue };
        var isWarm = IsWarm;
        desk.Ask(ticketId, "Not handed over", (session, ticket) => session.TransferAsync(ticket, target, text, isWarm));
    }
}
