using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>What a change of a ticket in hand says of those who were asked to join, or have joined.</summary>
internal static class ConsultNews
{
    public static Notice? Of(AgentState before, Assignment told)
    {
        if (before.InHand.FirstOrDefault(ticket => ticket.TicketId == told.Ticket.Id) is not { } ticket || told.Ticket.Assignment is not { } now)
        {
            return null;
        }

        var name = CustomerName.Of(told.Ticket);
        return now.Participants.Except(ticket.Participants).FirstOrDefault() is { } joined ? News($"{Safe(joined)} joined with {name}.")
            : ticket.Participants.Except(now.Participants).FirstOrDefault(id => id != now.AgentId) is { } left ? News($"{Safe(left)} is no longer with {name}.")
            : told.Participant && ticket.Ticket.Assignment?.AgentId != now.AgentId ? News($"{Safe(now.AgentId)} has taken {name} over.")
            : ticket.Consult is { } asked && now.Consult is null ? News($"{Safe(asked.AgentId)} does not join with {name}.")
            : null;
    }

    private static Notice News(string text) => new(NoticeKind.News, text);

    private static string Safe(string id) => SafeText.OneLine(id);
}
