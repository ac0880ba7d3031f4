using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>How a consult goes on: who joined leaves, takes it over or stays; once all stay, somebody else may be asked.</summary>
internal sealed class EndingConsult(string ticketId) : IChoiceMode
{
    private sealed record Way(string Text, ConsultOutcome Outcome, string AgentId);

    public int Marked { get; private set; }

    public string ChoiceTitle(AgentDesk desk) => desk.Find(ticketId) is { } ticket ? $"Consult with {CustomerName.Of(ticket.Ticket)}" : "No longer yours";

    public IReadOnlyList<string> Choices(AgentDesk desk) => [.. Ways(desk).Select(way => way.Text)];

    public void Key(AgentDesk desk, KeyPress press)
    {
        var ways = Ways(desk);
        if (press.Info.Key == ConsoleKey.Escape || ways.Count == 0)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press is { Info.Key: ConsoleKey.Enter, IsPasted: false })
        {
            Do(desk, ways[Math.Min(Marked, ways.Count - 1)]);
        }
        else
        {
            Marked = Choice.MovedOrNamed(press, Marked, ways.Count) ?? Marked;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) => [new KeyHint("Enter", "do it"), new KeyHint("↑↓", "choose"), new KeyHint("Esc", "back"), .. desk.OfferHints()];

    private void Do(AgentDesk desk, Way way)
    {
        if (way.Outcome == ConsultOutcome.Unspecified)
        {
            desk.Mode = new Consulting(ticketId);
            return;
        }

        desk.Mode = Browsing.Instance;
        desk.Ask(ticketId, "Not done", (session, ticket) => session.EndConsultAsync(ticket, way.Outcome, way.AgentId));
    }

    private List<Way> Ways(AgentDesk desk)
    {
        if (desk.Find(ticketId) is not { } ticket)
        {
            return [];
        }

        var who = ticket.IsParticipant ? [desk.State.AgentId] : ticket.Participants;
        var ways = who.SelectMany(id => Of(ticket, id)).ToList();
        if (!ticket.IsParticipant && ticket.Participants.All(ticket.Staying.Contains))
        {
            ways.Add(new Way("Ask somebody else to join", ConsultOutcome.Unspecified, ""));
        }

        return ways;
    }

    private static IEnumerable<Way> Of(TicketInHand ticket, string agentId)
    {
        var name = SafeText.OneLine(agentId);
        yield return new Way(ticket.IsParticipant ? "Leave it" : $"Let {name} go", ConsultOutcome.Leave, agentId);
        yield return new Way(ticket.IsParticipant ? "Take it over" : $"Leave it to {name}", ConsultOutcome.TakeOver, agentId);
        if (!ticket.Staying.Contains(agentId))
        {
            yield return new Way(ticket.IsParticipant ? "Stay to the end" : $"{name} stays to the end", ConsultOutcome.Stay, agentId);
        }
    }
}
