using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>What came of calling a customer back.</summary>
internal sealed class CallingBack(TicketInHand ticket) : IChoiceMode
{
    private static readonly (string Code, string Label)[] Outcomes =
    [
        ("reached", "Reached: the customer is on the line"), ("no_answer", "No answer"), ("busy", "Busy"), ("voicemail", "Voicemail"), ("wrong_number", "Wrong number"),
    ];

    public int Marked { get; private set; }

    public string ChoiceTitle(AgentDesk desk) => desk.Find(ticket.TicketId) is { } known
        ? $"{CustomerName.Of(known.Ticket)} at {SafeText.OneLine(known.Ticket.CallBack?.Number ?? "")}"
        : "No longer yours";

    public IReadOnlyList<string> Choices(AgentDesk desk) => [.. Outcomes.Select(outcome => outcome.Label)];

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press is { Info.Key: ConsoleKey.Enter, IsPasted: false })
        {
            desk.Mode = Browsing.Instance;
            desk.Ask(ticket.TicketId, "Not noted", (session, inHand) => session.ReportCallBackAsync(inHand, Outcomes[Marked].Code));
        }
        else
        {
            Marked = Choice.MovedOrNamed(press, Marked, Outcomes.Length) ?? Marked;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) => [new KeyHint("Enter", "tell"), new KeyHint("↑↓", "choose"), new KeyHint("Esc", "back"), .. desk.OfferHints()];
}
