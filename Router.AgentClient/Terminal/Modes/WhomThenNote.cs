using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Asks first to whom a ticket is to go, a queue's name or an agent's id after an @, and then for a note for him.</summary>
internal abstract class WhomThenNote(string ticketId) : ITextMode
{
    /// <summary>Longest note of the contract, 4 KiB; longer than any name.</summary>
    public const int MaxBytes = 4 * 1024;

    private string _whom = "";
    private Draft _text = Input.Draft.Empty;

    /// <summary>The ticket.</summary>
    protected string TicketId => ticketId;

    public string Title(AgentDesk desk) => desk.Find(ticketId) is not { } ticket ? "No longer yours"
        : _whom.Length == 0 ? $"{Question}: {CustomerName.Of(ticket.Ticket)}"
        : $"{Announcement(desk, _whom)}: note (may stay empty), {CustomerName.Of(ticket.Ticket)}";

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
        [new KeyHint("Enter", _whom.Length == 0 ? "next" : Act(_whom)), new KeyHint("Esc", "back"), .. desk.OfferHints()];

    /// <summary>Asks to whom; the customer's name follows, as it may be cut.</summary>
    protected abstract string Question { get; }

    /// <summary>Says what will be done, once it is known to whom.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="whom">As it was typed.</param>
    protected abstract string Announcement(AgentDesk desk, string whom);

    /// <summary>What the last Enter does, in a word or two.</summary>
    /// <param name="whom">As it was typed.</param>
    protected abstract string Act(string whom);

    /// <summary>Does it.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="whom">As it was typed.</param>
    /// <param name="note">May be empty.</param>
    protected abstract void Do(AgentDesk desk, string whom, string note);

    private void Next(AgentDesk desk)
    {
        var text = _text.Text.Trim();
        if (_whom.Length > 0)
        {
            desk.Mode = Browsing.Instance;
            Do(desk, _whom, text);
        }
        else if (text.Length > 0 && text.TrimStart('@').Length == 0)
        {
            desk.Say(NoticeKind.Problem, "Write an agent's id after the @, or a queue's name.");
        }
        else if (text.Length > 0)
        {
            (_whom, _text) = (text, Input.Draft.Empty);
        }
    }
}
