using Router.Engine.Commands;
using Router.Engine.Estimates;
using Router.Engine.Events;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>A new ticket: scheduled, or into its queue and to an idle agent if there is one.</summary>
internal static class SubmitTicket
{
    public static Outcome Apply(WorkspaceState state, Submit command)
    {
        var content = Customers.WithLanguage(state, command.Content);
        if (content.Queue.Length == 0)
        {
            content = state.Classifier.Classify(content, state.Now);
        }

        if (content.Queue.Length == 0)
        {
            return Outcome.Refused(
                Reason.EmptyId, "'queue' is empty, and the policy has neither rules nor a default queue; right would be a queue of the policy.", ("field", "queue"));
        }

        if (!state.Queues.TryGetValue(content.Queue, out var queue))
        {
            return Outcome.Refused(Reason.UnknownQueue, $"There is no queue '{content.Queue}': take a queue of the policy.", ("field", "queue"));
        }

        if ((NeedsCheck.Refuse(state, content, queue, "") ?? Check(state, content)) is { } refusal)
        {
            return refusal;
        }

        var admitted = state.HasAdmission && Math.Max(command.StartsAt, command.CallBack?.From ?? 0) <= state.Now ? Admission.Judge(state, content, mayRefuse: true, command.CallBack) : null;
        if (admitted is { Refusal: { } turnedAway })
        {
            return turnedAway;
        }

        if (admitted is { Passed.Count: > 0 })
        {
            content = admitted.Content;
            queue = state.Queues[content.Queue];
        }

        if (RefuseCallBack(state, command, content, admitted) is { } notPromised)
        {
            return notPromised;
        }

        var ticket = New(state, command, content, queue);
        if (command.Text is { } text)
        {
            state.Batch.Messages.Add(new Message(ticket.Id, ++ticket.Messages, MessageSender.Customer, "", text, state.Now));
        }

        if (command.CallBack is { } wish)
        {
            CallBacks.Set(state, ticket, wish);
            RequestTicketCallBack.Announce(state, ticket, wish, by: null);
        }

        if (ticket.StartsAt > state.Now)
        {
            Moves.To(state, ticket, TicketState.Scheduled);
            state.Emit(ticket, new TicketScheduled(ticket.Id, ticket.StartsAt));
        }
        else if (state.CallBacks.Count > 0 && command.CallBack is null && content.CustomerId.Length > 0)
        {
            EnterInPlaceOfCallBacks(state, ticket, admitted);
        }
        else if (admitted is not null)
        {
            EnterFirst.Run(state, ticket, admitted, EntryCause.Submitted);
        }
        else
        {
            Dispatch.Enter(state, ticket, EntryCause.Submitted);
        }

        return Outcome.Done(new Submitted(
            ticket.Id, ticket.State, ticket.CreatedAt, Places.AtSubmit(state, ticket), ticket.State != TicketState.Scheduled && ticket.IsUnroutable));
    }

    /// <summary>A customer who is to be called back and calls in first keeps the place that was kept for him.</summary>
    private static void EnterInPlaceOfCallBacks(WorkspaceState state, Ticket ticket, Admitted? admitted)
    {
        var free = new List<Agent>();
        var latestDue = CallBacks.EndFor(state, ticket, free);
        if (admitted is null or { OpensAt: 0, Passed.Count: 0 })
        {
            Queueing.Enter(state, ticket, EntryCause.Submitted, latestDue);
            Dispatch.PlaceInTurn(state, ticket);
        }
        else
        {
            EnterFirst.Run(state, ticket, admitted, EntryCause.Submitted);
        }

        Dispatch.FeedTogether(state, free);
    }

    private static Outcome? RefuseCallBack(WorkspaceState state, Submit command, TicketContent content, Admitted? admitted) => command.CallBack is { } wish
        ? RequestTicketCallBack.RefuseTimes(state, wish) ?? CallBacks.Refuse(state, content, wish, admitted)
        : null;

    private static Outcome? Check(WorkspaceState state, TicketContent content)
    {
        if (content.Segment.Length > 0 && content.Segment != WorkspacePolicy.Dissatisfied && !state.Policy.Segments.Contains(content.Segment))
        {
            return Outcome.Refused(
                Reason.UnknownSegment, $"There is no segment '{content.Segment}': take one of the workspace's list.", ("field", "segment"));
        }

        return null;
    }

    /// <summary>A ticket that is open and nowhere yet.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="command">What was submitted.</param>
    /// <param name="content">What came of its content: in a queue.</param>
    /// <param name="queue">That queue.</param>
    public static Ticket New(WorkspaceState state, Submit command, TicketContent content, QueuePolicy queue)
    {
        var channel = state.Channel(content.Channel)!;
        var headStart = DueTimes.HeadStartMs(content, queue);
        var plan = LaneMap.PlanFor(state, content, queue);
        var counter = ++state.LastTicket;
        var ticket = state.ClosedTickets.Take(
            TicketTable.IdOf(state.Term, counter), counter, content, channel, plan, WaitClassMap.ClassFor(state, plan, channel, content, headStart));
        ticket.CreatedAt = state.Now;
        ticket.StartsAt = command.CallBack?.From ?? command.StartsAt;
        ticket.TimeToLiveMs = command.TimeToLiveMs > 0 ? command.TimeToLiveMs : queue.TimeToLiveSeconds * 1_000L;
        ticket.HeadStartMs = headStart;
        ticket.Plan.Users++;
        state.Tickets.Add(ticket);
        return ticket;
    }
}
