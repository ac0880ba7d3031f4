using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Properties.Drawing;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Checks;

/// <summary>Alarms rise and fall by turns, each is of a limit that the policy has, and what is up was told.</summary>
internal sealed class AlarmCheck
{
    private readonly HashSet<AlarmKey> _up = [];

    /// <summary>The engine looks at limits on whole seconds.</summary>
    public static bool MayLookAt(Snapshot now, long at) =>
        at % 1_000 == 0 && now.Policy.Queues.Any(q => q.Alarms is not null || q.Channels.Any(c => c.Alarms is not null));

    public void Run(Moment moment)
    {
        foreach (var fact in moment.Changes.Facts)
        {
            switch (fact)
            {
                case ThresholdCrossed { IsUp: true } risen:
                    Broken.If(!_up.Add(risen.Alarm), $"{risen.Alarm} rose twice.");
                    Broken.If(LimitOf(moment.Engine.Policy, risen.Alarm) != risen.Limit && !moment.Changes.Facts.Any(f => f is PolicyChanged), $"{risen.Alarm} rose at {risen.Limit}.");
                    break;
                case ThresholdCrossed fallen:
                    Broken.If(!_up.Remove(fallen.Alarm), $"{fallen.Alarm} fell without having risen.");
                    break;
                case AlarmAcknowledged taken:
                    Broken.If(moment.Engine.Alarms().All(a => a.Key != taken.Alarm || a.Taken?.By != taken.By), $"Nobody knows who took {taken.Alarm}.");
                    break;
            }
        }

        if (moment.Changes.Facts is [.., ThresholdCrossed { IsUp: true, Alarm.Figure: AlarmFigure.Unroutable or AlarmFigure.DeclinedOften } last])
        {
            var counted = moment.Saved.Open.Keys.Select(id => moment.Engine.Ticket(id)!).Count(t => IsCounted(t, last.Alarm));
            Broken.If(counted != last.Value, $"{last.Alarm} is {last.Value}, and {counted} tickets are so.");
        }

        var engine = moment.Engine.Alarms();
        Broken.If(!_up.SetEquals(engine.Where(a => a.Key.Figure != AlarmFigure.NoAgents).Select(a => a.Key)), "Other alarms are up than were told.");
        var without = engine.Where(a => a.Key.Figure == AlarmFigure.NoAgents).Select(a => a.Key.Queue);
        Broken.If(!without.SequenceEqual(moment.Changes.Meta.QueuesWithoutAgents), "Other queues are alarmed than have no agents.");
    }

    private static bool IsCounted(TicketRecord ticket, AlarmKey key) =>
        ticket.State is TicketState.Queued or TicketState.Offered
        && ticket.Content.Queue == key.Queue
        && (key.Channel.Length == 0 || ticket.Content.Channel == key.Channel)
        && (key.Figure == AlarmFigure.Unroutable ? ticket.Unroutable : ticket.Declines >= 3);

    private static int LimitOf(WorkspacePolicy policy, AlarmKey key)
    {
        var queue = policy.Queues.First(q => q.Name == key.Queue);
        var alarms = key.Channel.Length == 0 ? queue.Alarms! : queue.Channel(key.Channel)!.Alarms!;
        return key.Figure switch
        {
            AlarmFigure.Waiting => alarms.Waiting,
            AlarmFigure.OldestWait => alarms.OldestSeconds,
            AlarmFigure.EstimatedWait => alarms.EstimatedSeconds,
            AlarmFigure.ServiceLevel => alarms.ServiceLevelPercent,
            AlarmFigure.Unroutable => alarms.Unroutable,
            AlarmFigure.DeclinedOften => alarms.DeclinedOften,
            _ => alarms.FreeAgents,
        };
    }
}
