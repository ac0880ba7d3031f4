using Router.AgentClient.Terminal.Bidi;
using Router.V1;

namespace Router.Cli.Tickets;

/// <summary>A message of a conversation in one line.</summary>
internal static class MessageText
{
    /// <summary>Who wrote it, and its text.</summary>
    /// <param name="message">The message.</param>
    public static string Of(Message message)
    {
        var sender = message.Sender switch
        {
            MessageSender.Agent => message.AgentId.Length > 0 ? $"agent {message.AgentId}" : "agent",
            MessageSender.Customer => "customer",
            _ => "router",
        };
        var content = message.ContentCase == Message.ContentOneofCase.Reference ? message.Reference : message.Text;
        return SafeText.OneLine($"{message.Number} {sender}: {content}");
    }
}
