using System.Collections.Immutable;
using Router.V1;

namespace Router.AgentClient.State;

/// <summary>The newest messages of a ticket, each once, in order.</summary>
public sealed class Conversation
{
    /// <summary>Most messages kept.</summary>
    public const int MaxMessages = 500;

    /// <summary>Most characters kept, 256 Ki; the newest message is kept whatever its length.</summary>
    public const int MaxCharacters = 256 * 1024;

    /// <summary>No message.</summary>
    public static readonly Conversation Empty = new([]);

    private Conversation(ImmutableArray<Message> messages) => Messages = messages;

    /// <summary>Oldest first. Older ones: <c>TicketService.GetConversation</c>.</summary>
    public ImmutableArray<Message> Messages { get; }

    /// <summary>Number of the last message, 0 = none.</summary>
    public long LastNumber => Messages.IsEmpty ? 0 : Messages[^1].Number;

    /// <summary>The last message if the customer wrote it, so that it waits for an answer.</summary>
    public Message? Unanswered => Messages is [.., { Sender: MessageSender.Customer } last] ? last : null;

    /// <summary>This conversation with further messages; those it has stay as they are. The server sends each at least once.</summary>
    /// <param name="messages">In any order.</param>
    public Conversation With(IEnumerable<Message> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var all = Messages;
        foreach (var message in messages)
        {
            var place = all.Length;
            while (place > 0 && all[place - 1].Number > message.Number)
            {
                place--;
            }

            if (place == 0 || all[place - 1].Number != message.Number)
            {
                all = all.Insert(place, message);
            }
        }

        return all == Messages ? this : new Conversation(Newest(all));
    }

    private static ImmutableArray<Message> Newest(ImmutableArray<Message> all)
    {
        var first = all.Length - 1;
        var characters = Length(all[first]);
        while (first > 0 && all.Length - first < MaxMessages && (characters += Length(all[first - 1])) <= MaxCharacters)
        {
            first--;
        }

        return first == 0 ? all : all[first..];
    }

    private static int Length(Message message) => message.Text.Length + message.Reference.Length;
}
