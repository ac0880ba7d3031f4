using Router.AgentClient.Terminal.Input;

namespace Router.AgentClient.Terminal;

/// <summary>What the agent has written and not sent, by ticket. Nothing but the agent himself changes it, so no update takes anything away.</summary>
internal sealed class Drafts
{
    /// <summary>Most tickets whose texts are kept; then the oldest go.</summary>
    public const int MaxTickets = 100;

    private readonly OrderedDictionary<string, Draft> _messages = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, Draft> _notes = new(StringComparer.Ordinal);
    private readonly List<(string TicketId, string Text)> _sending = [];

    public Draft MessageOf(string ticketId) => _messages.GetValueOrDefault(ticketId, Draft.Empty);

    public Draft NoteOf(string ticketId) => _notes.GetValueOrDefault(ticketId, Draft.Empty);

    public void SetMessage(string ticketId, Draft draft) => Set(_messages, ticketId, draft);

    public void SetNote(string ticketId, Draft draft) => Set(_notes, ticketId, draft);

    /// <summary>Messages on their way to the server, oldest first.</summary>
    public IReadOnlyList<string> SendingOf(string ticketId) =>
        [.. _sending.Where(message => message.TicketId == ticketId).Select(message => message.Text)];

    /// <summary>The draft is sent: it is no longer written, but still shown.</summary>
    public void BeginSending(string ticketId, string text)
    {
        SetMessage(ticketId, Draft.Empty);
        _sending.Add((ticketId, text));
    }

    /// <summary>It was sent, or will not be.</summary>
    public void EndSending(string ticketId, string text) => _sending.Remove((ticketId, text));

    /// <summary>A message that was not sent stands again before what has been written since.</summary>
    public void GiveBack(string ticketId, string text)
    {
        var since = MessageOf(ticketId).Text;
        SetMessage(ticketId, Draft.Of(since.Length == 0 ? text : $"{text}\n{since}"));
    }

    private static void Set(OrderedDictionary<string, Draft> drafts, string ticketId, Draft draft)
    {
        if (draft.Text.Length == 0)
        {
            drafts.Remove(ticketId);
            return;
        }

        drafts[ticketId] = draft;
        if (drafts.Count > MaxTickets)
        {
            drafts.RemoveAt(0);
        }
    }
}
