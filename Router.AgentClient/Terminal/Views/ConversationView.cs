using Router.AgentClient.State;
using Router.V1;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The newest messages that fit, or older ones when scrolled.</summary>
internal static class ConversationView
{
    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, TicketInHand ticket, ViewTime time, int width, int height)
    {
        var messages = ticket.Conversation.Messages;
        var sending = desk.Drafts.SendingOf(ticket.TicketId);
        if (messages.IsEmpty && sending.Count == 0)
        {
            return [.. Facts(ticket, width).Take(height)];
        }

        // From the newest back, so that a long conversation costs no more than a screen of it.
        var lines = sending.SelectMany(text => SendingLines(text, width)).ToList();
        for (var i = messages.Length - 1; i >= 0 && lines.Count < height + desk.Scroll; i--)
        {
            lines.InsertRange(0, MessageLines(desk, ticket, messages[i], time, width));
        }

        desk.Scroll = Math.Clamp(desk.Scroll, 0, Math.Max(0, lines.Count - height));
        return [.. lines.SkipLast(desk.Scroll).TakeLast(height)];
    }

    private static List<IRenderable> MessageLines(AgentDesk desk, TicketInHand ticket, Message message, ViewTime time, int width)
    {
        var own = message.Sender == MessageSender.Agent;
        var who = message.Sender switch
        {
            MessageSender.Agent when message.AgentId == desk.State.AgentId => "you",
            MessageSender.Agent => message.AgentId,
            MessageSender.System => "system",
            _ => CustomerName.Of(ticket.Ticket),
        };
        var look = own ? Looks.Own : null;
        var text = message.ContentCase == Message.ContentOneofCase.Reference ? $"→ {message.Reference}" : message.Text;
        return
        [
            new ScreenLine(Looks.Dim).Add($"{time.Moment(message.Time)} ").Add(who, look ?? Looks.Strong),
            .. WrappedText.Lines(text.TrimEnd(), width, look),
        ];
    }

    private static IEnumerable<IRenderable> SendingLines(string text, int width) =>
        [new ScreenLine(Looks.Dim).Add("sending …"), .. WrappedText.Lines(text, width, Looks.Dim)];

    private static IEnumerable<IRenderable> Facts(TicketInHand ticket, int width)
    {
        if (ticket.Ticket.Subject.Length > 0)
        {
            foreach (var line in WrappedText.Lines(ticket.Ticket.Subject, width, Looks.Strong))
            {
                yield return line;
            }
        }

        if (ticket.Ticket.Customer is { Address.Length: > 0 } customer)
        {
            yield return new ScreenLine().Add(Bidi.SafeText.OneLine(customer.Address));
        }

        yield return new ScreenLine().Add(ticket.Ticket.Channel == "call" ? "A call: speak." : "No message yet.", Looks.Dim);
    }
}
