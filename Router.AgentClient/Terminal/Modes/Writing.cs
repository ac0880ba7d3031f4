using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>A message to the customer: a text, or an address of the web alone, which is sent as a reference. The draft belongs to the ticket and
/// outlives this mode.</summary>
internal sealed class Writing(string ticketId) : ITextMode
{
    /// <summary>Longest message of the contract, 64 KiB.</summary>
    public const int MaxBytes = 64 * 1024;

    public string TicketId => ticketId;

    public string Title(AgentDesk desk) => desk.Find(ticketId) is { } ticket ? $"To {CustomerName.Of(ticket.Ticket)}" : "No longer yours: kept here until you leave";

    public Draft Draft(AgentDesk desk) => desk.Drafts.MessageOf(ticketId);

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press.Info.Key == ConsoleKey.Enter && press is { IsPasted: false, Info.Modifiers: 0 })
        {
            Send(desk);
        }
        else if (Draft(desk).After(press, MaxBytes) is { } draft)
        {
            desk.Drafts.SetMessage(ticketId, draft);
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk)
    {
        yield return new KeyHint("Enter", WebAddress.Is(Draft(desk).Text.Trim()) ? "send link" : "send");
        yield return new KeyHint("Alt+Enter", "new line");
        yield return new KeyHint("Esc", "back, text stays");
        foreach (var hint in desk.OfferHints())
        {
            yield return hint;
        }
    }

    private void Send(AgentDesk desk)
    {
        var text = Draft(desk).Text.Trim();
        if (text.Length == 0)
        {
            return;
        }

        if (desk.Find(ticketId) is not { } ticket)
        {
            desk.Say(NoticeKind.Problem, "Not sent: this ticket is no longer yours. Your text is kept.");
            return;
        }

        desk.Drafts.BeginSending(ticketId, text);
        desk.Request(
            session => WebAddress.Is(text) ? session.WriteReferenceAsync(ticket, text) : session.WriteAsync(ticket, text),
            answer =>
            {
                desk.Drafts.EndSending(ticketId, text);
                if (!answer.IsDone)
                {
                    desk.Drafts.GiveBack(ticketId, text);
                    desk.SayRefused("Not sent", answer.Refusal);
                }
            });
    }
}
