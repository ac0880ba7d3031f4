using Router.Engine.Tickets;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Wire;

/// <summary>A message of a conversation on the wire.</summary>
internal static class MessageWire
{
    /// <summary>A message as agents and adapters see it.</summary>
    /// <param name="message">The message.</param>
    public static V1.Message Of(Message message)
    {
        var shown = ForCustomer(message);
        shown.AgentId = message.AgentId;
        return shown;
    }

    /// <summary>A message as the customer sees it: without the agent's id.</summary>
    /// <param name="message">The message.</param>
    public static V1.Message ForCustomer(Message message)
    {
        var shown = new V1.Message
        {
            TicketId = message.TicketId,
            Number = message.Number,
            Sender = (V1.MessageSender)message.Sender,
            Language = message.Text.Language,
            Time = ProtoTime.Time(message.At),
        };
        if (message.Text.IsReference)
        {
            shown.Reference = message.Text.Text;
        }
        else
        {
            shown.Text = message.Text.Text;
        }

        return shown;
    }
}
