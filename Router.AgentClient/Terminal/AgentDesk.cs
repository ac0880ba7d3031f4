using Router.AgentClient.Requests;
using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Input;
using Router.AgentClient.Terminal.Modes;
using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>
/// What lies before the agent: the session's state, what is selected, what is being written. Knows nothing of screens or of the network: keys and
/// updates come in, <see cref="TakeRequests"/> are carried out by the loop, views show it.
/// </summary>
internal sealed class AgentDesk
{
    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<(string TicketId, int OfferNo)> _answering = [];
    private readonly List<DeskRequest> _requests = [];
    private string _selectedId = "";
    private string _offerId = "";

    /// <summary>The session's state as last told.</summary>
    public AgentState State { get; private set; } = new();

    /// <summary>What the keyboard is for.</summary>
    public IDeskMode Mode { get; set; } = Browsing.Instance;

    /// <summary>What is shown of the selected ticket.</summary>
    public DeskPane Pane { get; private set; }

    /// <summary>The pane that Tab shows.</summary>
    public DeskPane NextPane => (DeskPane)(((int)Pane + 1) % Enum.GetValues<DeskPane>().Length);

    /// <summary>Lines scrolled: away from the newest message, or from the top of another pane.</summary>
    public int Scroll { get; set; }

    /// <summary>What happened last, if anything.</summary>
    public Notice? Notice { get; private set; }

    /// <summary>What is written and not sent.</summary>
    public Drafts Drafts { get; } = new();

    /// <summary>The selected ticket, if any is in hand.</summary>
    public TicketInHand? Selected => Find(_selectedId) ?? State.InHand.FirstOrDefault();

    /// <summary>The offer that the keys are about, if any is open.</summary>
    public Offer? Offer => State.Offers.FirstOrDefault(offer => offer.Ticket.Id == _offerId) ?? State.Offers.FirstOrDefault();

    /// <summary>A presence waits for the end of it.</summary>
    public bool HasLiveWork => State.InHand.Any(ticket => ticket.WrapUp is null && !IsInterruptible(ticket.Ticket.Channel));

    /// <summary>The ticket, if it is in hand.</summary>
    public TicketInHand? Find(string ticketId) => State.InHand.FirstOrDefault(ticket => ticket.TicketId == ticketId);

    /// <summary>Whether the offer is still there.</summary>
    public bool IsOpen(Offer offer) => State.FindOffer(offer.Ticket.Id, offer.OfferNo) is not null;

    /// <summary>The queue's label, safe to show.</summary>
    public string LabelOf(string queue) => SafeText.OneLine(State.FindQueue(queue) is { Label.Length: > 0 } known ? known.Label : queue);

    /// <summary>The customer's messages of a ticket that the agent has not seen.</summary>
    public int Unread(TicketInHand ticket) =>
        ticket.Conversation.Messages.Count(message => message.Sender != MessageSender.Agent && message.Number > _shown.GetValueOrDefault(ticket.TicketId));

    /// <summary>Takes what the session told.</summary>
    /// <returns>Whether the bell should ring.</returns>
    public bool Take(AgentUpdate update)
    {
        var before = State;
        State = update.State;
        if (DeskNews.Of(this, before, update) is { } news)
        {
            Notice = news;
        }

        return State.Offers.Any(offer => before.FindOffer(offer.Ticket.Id, offer.OfferNo) is null);
    }

    /// <summary>Takes a key.</summary>
    public void Key(KeyPress press)
    {
        Notice = null;
        if (press.IsControl(ConsoleKey.A))
        {
            AcceptOffer();
        }
        else if (press.IsControl(ConsoleKey.D))
        {
            BeginDecline();
        }
        else if (press.Info.Key is ConsoleKey.PageUp or ConsoleKey.PageDown && Mode is not ShowingKeys)
        {
            var towardsOlder = press.Info.Key == ConsoleKey.PageUp == (Pane == DeskPane.Conversation);
            Scroll = Math.Max(0, Scroll + (towardsOlder ? 5 : -5));
        }
        else
        {
            Mode.Key(this, press);
        }
    }

    /// <summary>The messages of the selected ticket are on the screen.</summary>
    /// <returns>The number to confirm to the server, if it is new.</returns>
    public (string TicketId, long Number)? MarkShown()
    {
        foreach (var gone in _shown.Keys.Where(known => Find(known) is null).ToList())
        {
            _shown.Remove(gone);
        }

        if (Pane != DeskPane.Conversation || Selected is not { } ticket || ticket.Conversation.LastNumber <= _shown.GetValueOrDefault(ticket.TicketId))
        {
            return null;
        }

        _shown[ticket.TicketId] = ticket.Conversation.LastNumber;
        return ticket.IsParticipant ? null : (ticket.TicketId, ticket.Conversation.LastNumber);
    }

    public void Say(NoticeKind kind, string text) => Notice = new Notice(kind, text);

    public void SayRefused(string what, Refusal refusal) => Say(NoticeKind.Problem, $"{what}: {SafeText.OneLine(refusal.Message)}");

    /// <summary>Asks the server for something.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="after">Takes the answer, on the same flow as keys and updates.</param>
    public void Request(Func<AgentSession, Task<Answer>> send, Action<Answer> after) => _requests.Add(new DeskRequest(send, after));

    /// <summary>Asks the server for something about a ticket in hand, and says it when that is refused.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="otherwise">What has not happened then.</param>
    /// <param name="send">Sends it.</param>
    public void Ask(string ticketId, string otherwise, Func<AgentSession, TicketInHand, Task<Answer>> send)
    {
        if (Find(ticketId) is not { } ticket)
        {
            Say(NoticeKind.Problem, $"{otherwise}: this ticket is no longer yours.");
            return;
        }

        Request(
            session => send(session, ticket),
            answer =>
            {
                if (!answer.IsDone)
                {
                    SayRefused(otherwise, answer.Refusal);
                }
            });
    }

    /// <summary>What the agent has asked for since the last call.</summary>
    public IReadOnlyList<DeskRequest> TakeRequests()
    {
        DeskRequest[] taken = [.. _requests];
        _requests.Clear();
        return taken;
    }

    public void SelectNext(int step)
    {
        if (Selected is { } selected)
        {
            Select((State.InHand.IndexOf(selected) + step + State.InHand.Length) % State.InHand.Length);
        }
    }

    public void Select(int place)
    {
        if (place < State.InHand.Length)
        {
            Select(State.InHand[place].TicketId);
        }
    }

    public void Select(string ticketId)
    {
        _selectedId = ticketId;
        Scroll = 0;
    }

    public void ShowNextPane()
    {
        Pane = NextPane;
        Scroll = 0;
    }

    public void ShowOtherOffer()
    {
        if (Offer is { } offer)
        {
            _offerId = State.Offers[(State.Offers.IndexOf(offer) + 1) % State.Offers.Length].Ticket.Id;
        }
    }

    /// <summary>Says that a ticket was hard.</summary>
    public void MarkHard(string ticketId)
    {
        if (Find(ticketId) is { } ticket)
        {
            Request(
                session => session.MarkHardAsync(ticket),
                answer =>
                {
                    if (answer.IsDone)
                    {
                        Say(NoticeKind.News, "Marked as hard: a breather follows it, where there is one.");
                    }
                    else
                    {
                        SayRefused("Not marked", answer.Refusal);
                    }
                });
        }
    }

    /// <summary>On demand, asks for the next ticket.</summary>
    public void Take() => Request(
        session => session.TakeAsync(),
        answer =>
        {
            if (!answer.IsDone)
            {
                SayRefused("Not taken", answer.Refusal);
            }
            else if (answer.Done!.Waiting)
            {
                Say(NoticeKind.News, "Nothing waits for you now: the next ticket within 5 minutes is yours.");
            }
        });

    public void AcceptOffer()
    {
        if (Offer is not { } offer || !_answering.Add((offer.Ticket.Id, offer.OfferNo)))
        {
            return;
        }

        var name = CustomerName.Of(offer.Ticket);
        Say(NoticeKind.News, $"Accepting {name} …");
        Request(
            session => session.AcceptAsync(offer),
            answer =>
            {
                Notice = null;
                _answering.Remove((offer.Ticket.Id, offer.OfferNo));
                if (!answer.IsDone)
                {
                    SayRefused($"{name} not accepted", answer.Refusal);
                }
                else if (Mode is Browsing)
                {
                    Select(offer.Ticket.Id);
                }
            });
    }

    public void BeginDecline()
    {
        if (Offer is { } offer && Mode is not Declining && !_answering.Contains((offer.Ticket.Id, offer.OfferNo)))
        {
            Mode = new Declining(offer, Mode);
        }
    }

    public void Decline(Offer offer, string reason)
    {
        if (!_answering.Add((offer.Ticket.Id, offer.OfferNo)))
        {
            return;
        }

        Request(
            session => session.DeclineAsync(offer, reason),
            answer =>
            {
                _answering.Remove((offer.Ticket.Id, offer.OfferNo));
                if (!answer.IsDone)
                {
                    SayRefused($"{CustomerName.Of(offer.Ticket)} not declined", answer.Refusal);
                }
            });
    }

    public void BeginSignOut() => Mode = new SigningOut(State.InHand.Any(ticket => ticket.WrapUp is null));

    /// <summary>The keys that answer an offer while letters are text.</summary>
    public IEnumerable<KeyHint> OfferHints() => Offer is null ? [] : [new KeyHint("^A", "accept"), new KeyHint("^D", "decline")];

    private bool IsInterruptible(string channel) =>
        State.Rules?.Channels.FirstOrDefault(known => known.Name == channel) is { HasInterruptible: true } known ? known.Interruptible : channel == "email";
}
