using Router.AgentClient.State;
using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Disposition and note of a ticket: arrows choose, letters write the note.</summary>
internal sealed class Completing : ITextMode, IChoiceMode
{
    /// <summary>Longest note of the contract, 4 KiB.</summary>
    public const int MaxBytes = 4 * 1024;

    private readonly string _ticketId;
    private readonly List<Disposition> _dispositions;

    public Completing(AgentDesk desk, TicketInHand ticket)
    {
        _ticketId = ticket.TicketId;
        _dispositions = [.. desk.State.FindQueue(ticket.Ticket.Queue)?.Dispositions ?? []];
        if (ticket.WrapUp is null || _dispositions.Count == 0)
        {
            _dispositions.Add(new Disposition { Label = _dispositions.Count == 0 ? "none (the queue has no list)" : "none yet" });
        }

        Marked = Math.Max(0, _dispositions.FindIndex(known => known.Code.Length > 0 && known.Code == ticket.WrapUp?.Disposition));
    }

    public int Marked { get; private set; }

    public string ChoiceTitle(AgentDesk desk) =>
        desk.Find(_ticketId) is { } ticket ? $"Complete {CustomerName.Of(ticket.Ticket)}" : "No longer yours";

    public IReadOnlyList<string> Choices(AgentDesk desk) => [.. _dispositions.Select(known => known.Label.Length > 0 ? known.Label : known.Code)];

    public string Title(AgentDesk desk) => "Note (may stay empty)";

    public Draft Draft(AgentDesk desk) => desk.Drafts.NoteOf(_ticketId);

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press.Info.Key == ConsoleKey.Enter && press is { IsPasted: false, Info.Modifiers: 0 })
        {
            Complete(desk);
        }
        else if (Choice.Moved(press, Marked, _dispositions.Count) is { } marked)
        {
            Marked = marked;
        }
        else if (Draft(desk).After(press, MaxBytes) is { } note)
        {
            desk.Drafts.SetNote(_ticketId, note);
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk)
    {
        yield return new KeyHint("Enter", "complete");
        yield return new KeyHint("↑↓", "disposition");
        yield return new KeyHint("Esc", "back");
        foreach (var hint in desk.OfferHints())
        {
            yield return hint;
        }
    }

    private void Complete(AgentDesk desk)
    {
        desk.Mode = Browsing.Instance;
        if (desk.Find(_ticketId) is not { } ticket)
        {
            desk.Say(NoticeKind.Problem, "Not completed: this ticket is no longer yours.");
            return;
        }

        var note = Draft(desk).Text.Trim();
        desk.Request(
            session => session.CompleteAsync(ticket, _dispositions[Marked].Code, note),
            answer =>
            {
                if (answer.IsDone)
                {
                    desk.Drafts.SetNote(_ticketId, Input.Draft.Empty);
                }
                else
                {
                    desk.SayRefused("Not completed", answer.Refusal);
                }
            });
    }
}
