using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Puts a ticket aside until its customer answers, with a note; for anybody then, or for himself first.</summary>
internal sealed class Parking(string ticketId, bool forHimself) : ITextMode
{
    /// <summary>Longest note of the contract, 1 KiB.</summary>
    public const int MaxBytes = 1024;

    private Draft _note = Input.Draft.Empty;

    public string Title(AgentDesk desk) =>
        desk.Find(ticketId) is { } ticket ? $"Park until the answer{(forHimself ? ", for yourself" : "")}: note (may stay empty), {CustomerName.Of(ticket.Ticket)}" : "No longer yours";

    public Draft Draft(AgentDesk desk) => _note;

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press is { Info.Key: ConsoleKey.Enter, IsPasted: false })
        {
            desk.Mode = Browsing.Instance;
            desk.Ask(ticketId, "Not parked", (session, ticket) => session.ParkAsync(ticket, note: _note.Text.Trim(), sameAgent: forHimself));
        }
        else
        {
            _note = _note.After(press, MaxBytes) ?? _note;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) => [new KeyHint("Enter", "park"), new KeyHint("Esc", "back"), .. desk.OfferHints()];
}
