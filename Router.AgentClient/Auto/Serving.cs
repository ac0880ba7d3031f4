using System.Threading.Channels;
using Router.AgentClient.State;
using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>One ticket in hand, from assignment to the end of wrap-up.</summary>
internal sealed class Serving
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly Channel<TicketInHand> _changes = Channel.CreateBounded<TicketInHand>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true });

    private readonly AgentSession _session;
    private readonly AutoAgentOptions _options;
    private readonly TimeProvider _time;
    private readonly AutoAgentRecord _record;
    private TicketInHand _ticket;
    private long _answeredTo;
    private bool _ended;

    public Serving(AgentSession session, TicketInHand ticket, AutoAgentOptions options, TimeProvider time, AutoAgentRecord record)
    {
        _session = session;
        _ticket = ticket;
        _options = options;
        _time = time;
        _record = record;
        Served = ServeAsync();
    }

    /// <summary>Ends when nothing is left to do.</summary>
    public Task Served { get; }

    /// <summary>The ticket is no longer in hand, and nothing about it is under way.</summary>
    public bool IsOver => _ended && Served.IsCompleted;

    /// <summary>The ticket changed.</summary>
    public void Changed(TicketInHand ticket) => _changes.Writer.TryWrite(ticket);

    /// <summary>The ticket is no longer in hand.</summary>
    public void End()
    {
        _ended = true;
        _changes.Writer.TryComplete();
    }

    private DateTimeOffset Now => _session.State.Time!.Now;

    private async Task ServeAsync()
    {
        // The loop that follows the state must not wait for this ticket's first step.
        await Task.Yield();
        try
        {
            await InteractAsync();
            if (_ticket.WrapUp is not null)
            {
                await UntilAsync(Now + _options.WrapUpTime, () => false);
                await CompleteAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // No longer in hand.
        }
    }

    private async Task InteractAsync()
    {
        var until = _ticket.AssignedAt + HandleTimes.Of(_ticket.Ticket, _options.HandleTime);
        while (_ticket.WrapUp is null)
        {
            var asked = Asked();
            var replyAt = asked is null ? until : Later(asked.Time?.ToDateTimeOffset() ?? _ticket.AssignedAt, _ticket.AssignedAt) + _options.ReplyTime;
            if (await UntilAsync(replyAt < until ? replyAt : until, () => _ticket.WrapUp is not null || Asked() != asked))
            {
                continue;
            }

            if (asked is null)
            {
                if (!await CompleteAsync())
                {
                    return;
                }
            }
            else
            {
                await ReplyAsync(asked);
            }
        }
    }

    /// <summary>The customer's message that waits for an answer.</summary>
    private Message? Asked() => _ticket.Conversation.Unanswered is { } asked && asked.Number > _answeredTo ? asked : null;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private async Task ReplyAsync(Message asked)
    {
        _session.ConfirmMessages(_ticket.TicketId, asked.Number);
        _answeredTo = asked.Number;
        if (_options.Reply(_ticket.Ticket, asked) is { Length: > 0 } text)
        {
            var answer = await _session.WriteAsync(_ticket, text, AutoReplies.Language(_ticket.Ticket, asked));
            if (answer.IsDone)
            {
                _record.Add(AutoAgentEventKind.Written, _ticket.TicketId, _ticket.AssignmentNo, answer.Done.State);
            }
        }
    }

    /// <summary>Whether wrap-up follows.</summary>
    private async Task<bool> CompleteAsync()
    {
        var disposition = _options.Disposition(_ticket.Ticket, _session.State.FindQueue(_ticket.Ticket.Queue));
        var answer = await _session.CompleteAsync(_ticket, disposition);
        _record.Add(
            answer.IsDone ? AutoAgentEventKind.CompleteAcknowledged : AutoAgentEventKind.CompleteRefused,
            _ticket.TicketId,
            _ticket.AssignmentNo,
            answer.Done?.State ?? TicketState.Unspecified);
        if (_session.State.FindInHand(_ticket.TicketId, _ticket.AssignmentNo) is not { WrapUp: not null } wrappingUp)
        {
            return false;
        }

        _ticket = wrappingUp;
        return true;
    }

    /// <summary>Waits until a moment of server time, or until the ticket has changed so that a condition holds.</summary>
    /// <returns>Whether the condition ended it.</returns>
    private async Task<bool> UntilAsync(DateTimeOffset moment, Func<bool> condition)
    {
        while (true)
        {
            while (_changes.Reader.TryRead(out var changed))
            {
                _ticket = changed;
            }

            if (_changes.Reader.Completion.IsCompleted)
            {
                throw new OperationCanceledException("No longer in hand.");
            }

            if (condition())
            {
                return true;
            }

            var left = _session.State.Time!.Until(moment);
            if (left == TimeSpan.Zero)
            {
                return false;
            }

            using var waited = new CancellationTokenSource();
            Task change = _changes.Reader.WaitToReadAsync(waited.Token).AsTask();
            await Task.WhenAny(change, Task.Delay(left < LookAgain ? left : LookAgain, _time, waited.Token));
            await waited.CancelAsync();
            await change.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
