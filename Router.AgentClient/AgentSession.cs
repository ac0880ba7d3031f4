using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Router.AgentClient.Connection;
using Router.AgentClient.Requests;
using Router.AgentClient.State;
using Router.V1;

namespace Router.AgentClient;

/// <summary>
/// An agent's session with a Router server. It signs in, keeps the heartbeat, resumes by itself after a break or a restart of the server, and sends each
/// request again until it is answered, so that it is done once. It does not come back by itself when another sign-in took it over, when it was
/// signed out, or when the sign-in is refused for good. Thousands of sessions may share one channel. Safe for use by many threads; updates have one reader.
/// </summary>
public sealed class AgentSession : IAsyncDisposable
{
    /// <summary>
    /// Most updates kept for a reader who is behind. Past it the oldest are dropped, which loses their <see cref="AgentUpdate.Cause"/> alone: the
    /// next one read carries the whole state. Nothing waits for the reader.
    /// </summary>
    public const int UpdatesKept = 256;

    private readonly Channel<AgentUpdate> _updates = Channel.CreateBounded<AgentUpdate>(
        new BoundedChannelOptions(UpdatesKept) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true });

    private readonly CancellationTokenSource _stop = new();
    private readonly RequestIds _ids = new();
    private readonly SessionLoop _loop;
    private readonly Task _running;
    private AgentState _state = new();

    private AgentSession(CallInvoker invoker, AgentSessionOptions options, TimeProvider time)
    {
        _loop = new SessionLoop(new AgentService.AgentServiceClient(invoker), options, time, _ids, Publish);
        _running = RunAsync();
    }

    /// <summary>All that is known now.</summary>
    public AgentState State => Volatile.Read(ref _state);

    /// <summary>Ends when the session is over or disposed; <see cref="State"/> then says why. A broken connection never fails it.</summary>
    public Task Ended => _running;

    /// <summary>Starts a session: it connects and signs in by itself, now and after each break.</summary>
    /// <param name="channel">To the server, see <see cref="AgentChannel.Open"/>; may carry many sessions.</param>
    /// <param name="options">Who signs in and how.</param>
    /// <param name="time">Real time; null for the system's.</param>
    /// <returns>The session, not yet signed in.</returns>
    public static AgentSession Start(ChannelBase channel, AgentSessionOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(options);
        return new AgentSession(channel.CreateCallInvoker(), options, time ?? TimeProvider.System);
    }

    /// <summary>What happens, from the first connection on, in order; ends when the session is over or disposed. One reader at a time.</summary>
    /// <param name="cancellationToken">Ends the reading, not the session.</param>
    public async IAsyncEnumerable<AgentUpdate> ReadUpdatesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _updates.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_updates.Reader.TryRead(out var update))
            {
                yield return update;
            }
        }
    }

    /// <summary>
    /// Sends a request and awaits its answer, over as many connections as it takes. What it changed is in <see cref="State"/> by then.
    /// </summary>
    /// <param name="request">Without a <c>request_id</c>; not to be changed afterwards. No sign-in, no heartbeat.</param>
    /// <param name="cancellationToken">Ends the waiting; the request may still be done.</param>
    /// <returns>Done or refused.</returns>
    /// <exception cref="InvalidOperationException">256 requests wait for an answer.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed before the answer came.</exception>
    public Task<Answer> SendAsync(WorkRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestId = _ids.Next();
        return _loop.Send(request).WaitAsync(cancellationToken);
    }

    /// <summary>Accepts an offer.</summary>
    /// <param name="offer">As it was sent.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> AcceptAsync(Offer offer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return SendAsync(new WorkRequest { Accept = new AcceptOffer { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo } }, cancellationToken);
    }

    /// <summary>Declines an offer.</summary>
    /// <param name="offer">As it was sent.</param>
    /// <param name="reason">For the history, up to 256 bytes, or empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> DeclineAsync(Offer offer, string reason = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return SendAsync(
            new WorkRequest { Decline = new DeclineOffer { TicketId = offer.Ticket.Id, OfferNo = offer.OfferNo, Reason = reason } }, cancellationToken);
    }

    /// <summary>Ends the interaction, or in wrap-up the wrap-up.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="disposition">A code of the queue's list, or empty.</param>
    /// <param name="note">Up to 4 KiB, or empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> CompleteAsync(TicketInHand ticket, string disposition = "", string note = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var complete = new CompleteTicket { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Disposition = disposition, Note = note };
        return SendAsync(new WorkRequest { Complete = complete }, cancellationToken);
    }

    /// <summary>Says what came of calling the customer back.</summary>
    /// <param name="ticket">The ticket in hand, whose customer asked for it.</param>
    /// <param name="outcome"><c>reached</c>, <c>no_answer</c>, <c>busy</c>, <c>voicemail</c> or <c>wrong_number</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> ReportCallBackAsync(TicketInHand ticket, string outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var report = new ReportCallBack { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Outcome = outcome };
        return SendAsync(new WorkRequest { ReportCallBack = report }, cancellationToken);
    }

    /// <summary>Ends wrap-up before its time, with the disposition given before.</summary>
    /// <param name="ticket">The ticket in wrap-up.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> EndWrapUpAsync(TicketInHand ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return SendAsync(new WorkRequest { EndWrapUp = new EndWrapUp { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo } }, cancellationToken);
    }

    /// <summary>Takes the queue's length of wrap-up once more.</summary>
    /// <param name="ticket">The ticket in wrap-up.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> ExtendWrapUpAsync(TicketInHand ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var extend = new ExtendWrapUp { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo };
        return SendAsync(new WorkRequest { ExtendWrapUp = extend }, cancellationToken);
    }

    /// <summary>Puts the customer on hold.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> HoldAsync(TicketInHand ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return SendAsync(new WorkRequest { Hold = new Hold { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo } }, cancellationToken);
    }

    /// <summary>Takes the customer off hold.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> ResumeAsync(TicketInHand ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return SendAsync(new WorkRequest { Resume = new Resume { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo } }, cancellationToken);
    }

    /// <summary>Says that a ticket was hard, so that a breather follows it where the policy has one.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> MarkHardAsync(TicketInHand ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return SendAsync(new WorkRequest { MarkHard = new MarkHard { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo } }, cancellationToken);
    }

    /// <summary>Puts the ticket aside: it is nobody's until then.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="until">When it is back, server time; null = with the customer's answer, at the latest after 14 days.</param>
    /// <param name="untilAnswer">Whether the customer's answer brings it back before that.</param>
    /// <param name="note">For the history, up to 1,024 bytes, or empty.</param>
    /// <param name="sameAgent">Whether it waits for this agent first when it is back.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> ParkAsync(
        TicketInHand ticket,
        DateTimeOffset? until = null,
        bool untilAnswer = false,
        string note = "",
        bool sameAgent = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var park = new ParkTicket
        {
            TicketId = ticket.TicketId,
            AssignmentNo = ticket.AssignmentNo,
            Until = until is { } time ? Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(time) : null,
            UntilAnswer = untilAnswer,
            Note = note,
            SameAgent = sameAgent,
        };
        return SendAsync(new WorkRequest { Park = park }, cancellationToken);
    }

    /// <summary>Hands the ticket over.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="target">A queue, a requirement or an agent. Not to be changed afterwards.</param>
    /// <param name="note">For whoever takes it, up to 4 KiB, or empty.</param>
    /// <param name="isWarm">To an agent only: the ticket stays here until he has accepted; see <see cref="TicketInHand.Handover"/>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> TransferAsync(
        TicketInHand ticket, HandoverTarget target, string note = "", bool isWarm = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(target);
        var transfer = new TransferTicket { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Target = target, Note = note, Warm = isWarm };
        return SendAsync(new WorkRequest { Transfer = transfer }, cancellationToken);
    }

    /// <summary>Calls a warm transfer off.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> EndHandoverAsync(TicketInHand ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var end = new EndHandover { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo };
        return SendAsync(new WorkRequest { EndHandover = end }, cancellationToken);
    }

    /// <summary>Asks another agent to join; see <see cref="TicketInHand.Consult"/>.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="target">An agent, or a queue or a requirement of which whoever is free is asked. Not to be changed afterwards.</param>
    /// <param name="note">For him, up to 4 KiB, or empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> StartConsultAsync(TicketInHand ticket, HandoverTarget target, string note = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(target);
        var start = new StartConsult { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Target = target, Note = note };
        return SendAsync(new WorkRequest { StartConsult = start }, cancellationToken);
    }

    /// <summary>Says how a consult ends, as the ticket's owner or as the one who joined.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="outcome">He leaves, takes it over, or stays.</param>
    /// <param name="agentId">Which participant; empty for himself, or the one who is asked or has not said that he stays, or the only one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> EndConsultAsync(TicketInHand ticket, ConsultOutcome outcome, string agentId = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var end = new EndConsult { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Outcome = outcome, AgentId = agentId };
        return SendAsync(new WorkRequest { EndConsult = end }, cancellationToken);
    }

    /// <summary>Writes to the customer. Once done the message stands in the ticket's conversation.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="text">Up to 64 KiB, not empty.</param>
    /// <param name="language">BCP 47, or empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> WriteAsync(TicketInHand ticket, string text, string language = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var message = new SendMessage { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Text = text, Language = language };
        return SendAsync(new WorkRequest { Message = message }, cancellationToken);
    }

    /// <summary>Sends the customer to what lies elsewhere: a form, a picture. Once done it stands in the ticket's conversation.</summary>
    /// <param name="ticket">The ticket in hand.</param>
    /// <param name="reference">An absolute http or https URI without a user name, up to 2 KiB (<see cref="WebAddress.Is"/>).</param>
    /// <param name="language">BCP 47, or empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> WriteReferenceAsync(TicketInHand ticket, string reference, string language = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var message = new SendMessage { TicketId = ticket.TicketId, AssignmentNo = ticket.AssignmentNo, Reference = reference, Language = language };
        return SendAsync(new WorkRequest { Message = message }, cancellationToken);
    }

    /// <summary>Chooses a presence.</summary>
    /// <param name="presence">Available, on demand or away.</param>
    /// <param name="awayReason">For away: a code of the workspace's list.</param>
    /// <param name="when">After the live work in hand, or now.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> SetPresenceAsync(
        Presence presence, string awayReason = "", PresenceWhen when = PresenceWhen.Next, CancellationToken cancellationToken = default)
    {
        var set = new SetPresence { Presence = presence, AwayReason = awayReason, When = when };
        return SendAsync(new WorkRequest { SetPresence = set }, cancellationToken);
    }

    /// <summary>Asks for one ticket, on demand: it is offered at once, or when there is one.</summary>
    /// <param name="channels">Only from these; empty = all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> TakeAsync(IReadOnlyList<string>? channels = null, CancellationToken cancellationToken = default) =>
        SendAsync(new WorkRequest { Take = new Take { Channels = { channels ?? [] } } }, cancellationToken);

    /// <summary>Signs out. The session is over once nothing keeps it: await <see cref="Ended"/>.</summary>
    /// <param name="workInHand">What becomes of accepted tickets; unspecified = refused while there are some.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task<Answer> SignOutAsync(WorkInHand workInHand = WorkInHand.Unspecified, CancellationToken cancellationToken = default) =>
        SendAsync(new WorkRequest { SignOut = new SignOut { WorkInHand = workInHand } }, cancellationToken);

    /// <summary>The messages of a ticket up to this one have been shown to the agent. Lost in a break, they come once more and are known.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="number">The message's number.</param>
    public void ConfirmMessages(string ticketId, long number) =>
        _loop.SendUnanswered(new WorkRequest { MessageConfirm = new ConfirmMessage { TicketId = ticketId, Number = number } });

    /// <summary>Lets go of the connection at once, without signing out: the server keeps the session for the channel's grace.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
        }

        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await _loop.RunAsync(_stop.Token);
        }
        finally
        {
            _updates.Writer.TryComplete();
        }
    }

    private void Publish(AgentUpdate update)
    {
        Volatile.Write(ref _state, update.State);
        _updates.Writer.TryWrite(update);
    }
}
