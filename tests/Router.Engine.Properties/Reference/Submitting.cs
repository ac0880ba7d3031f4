using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Reference;

/// <summary>A new ticket: refused, or scheduled, or into its queue.</summary>
internal static class Submitting
{
    public static bool Submit(World world, Submit command)
    {
        var startsAt = command.CallBack?.From ?? command.StartsAt;
        var isLater = startsAt > world.Now;
        var isJudged = Math.Max(command.StartsAt, startsAt) <= world.Now;
        var content = Customers.WithLanguage(world, command.Content);
        content = content.Queue.Length > 0 ? content : Classification.Of(world, content, c => !Waiting.IsAllowed(world, c) || !IsTaken(WayOf(c)));
        if (!Waiting.IsAllowed(world, content)
            || (content.Segment.Length > 0 && content.Segment != WorkspacePolicy.Dissatisfied && !world.Policy.Segments.Contains(content.Segment)))
        {
            return false;
        }

        var way = WayOf(content);
        if (!IsTaken(way))
        {
            return false;
        }

        content = way.Content;
        var ticket = New(world, content) with
        {
            StartsAt = startsAt,
            Messages = command.Text is null ? 0 : 1,
            Later = command.CallBack is { } wish ? new TicketLater { CallBack = wish } : null,
        };
        ticket = command.CallBack is not null ? ticket with { TimeToLiveMs = 0 } : command.TimeToLiveMs > 0 ? ticket with { TimeToLiveMs = command.TimeToLiveMs } : ticket;
        if (isLater)
        {
            world.Put(ticket with { State = TicketState.Scheduled });
            return true;
        }

        var latestDue = command.CallBack is null ? CallBacks.EndFor(world, content) : long.MaxValue;
        Admission.Go(world, ticket, way, isNew: true, way.Overflowed ? long.MaxValue : latestDue);
        return true;

        Admission.Way WayOf(TicketContent asked) => isJudged ? Admission.Judge(world, asked, mayRefuse: true, command.CallBack) : new(asked);

        bool IsTaken(Admission.Way judged) => !judged.IsRefused
            && (command.CallBack is not { } wished || (CallBacks.IsWindow(world, wished) && CallBacks.MayPromise(world, New(world, judged.Content, counts: false), wished, judged)));
    }

    /// <summary>A ticket that is nowhere yet.</summary>
    public static TicketRecord New(World world, TicketContent content, bool counts = true)
    {
        var id = world.NextTicketId;
        world.LastTicket += counts ? 1 : 0;
        return Waiting.Planned(world, new TicketRecord
        {
            Id = id,
            Counter = world.LastTicket,
            Content = content,
            State = TicketState.Queued,
            Steps = [],
            CreatedAt = world.Now,
            TimeToLiveMs = world.Queue(content.Queue)!.TimeToLiveSeconds * 1_000L,
        });
    }
}
