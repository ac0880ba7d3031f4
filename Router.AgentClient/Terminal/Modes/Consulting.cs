using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Asks somebody to join: first an agent's id after an @, or the name of a queue of which whoever is free is asked, then a note for him.</summary>
internal sealed class Consulting(string ticketId) : ITextMode
{
    private string _whom = "";
    private Draft _text = Input.Draft.Empty;

    private bool IsAgent => _whom is ['@', _, ..];

    public string Title(AgentDesk desk) => desk.Find(ticketId) is not { } ticket ? "No longer yours"
        : _whom.Length == 0 ? $"Who is to join with {CustomerName.Of(ticket.Ticket)}: @agent, or which queue?"
        : $"Ask {(IsAgent ? _whom[1..] : desk.LabelOf(_whom))} to join with {CustomerName.Of(ticket.Ticket)}: note (may stay empty)";

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
            _text = _text.After(press, Transferring.MaxBytes) ?? _text;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) =>
        [new KeyHint("Enter", _whom.Length == 0 ? "next" : "ask"), new KeyHint("Esc", "back"), .. desk.OfferHints()];

    private void Next(AgentDesk desk)
    {
        var text = _text.Text.Trim();
        if (_whom.Length == 0)
        {
            (_whom, _text) = (text, text.Length == 0 ? _text : Input.Draft.Empty);
            return;
        }

        desk.Mode = Browsing.Instance;
        var target = IsAgent ? new HandoverTarget { AgentId = _whom[1..] } : new HandoverTarget { Queue = _whom };
        desk.Ask(ticketId, "Not asked", (session, ticket) => session.StartConsultAsync(ticket, target, text));
    }
}
