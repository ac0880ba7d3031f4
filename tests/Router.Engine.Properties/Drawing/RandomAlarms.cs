using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;

namespace Router.Engine.Properties.Drawing;

/// <summary>Limits that are soon crossed, and what is said of alarms.</summary>
internal static class RandomAlarms
{
    public static List<QueuePolicy> Add(Random random, List<QueuePolicy> queues) => queues.ConvertAll(q => random.Next(2) == 0
        ? q
        : q with { Alarms = Some(random), Channels = [.. q.Channels.Select(c => random.Next(3) > 0 ? c : c with { Alarms = Some(random) })] });

    public static Command? Say(Step step, WorkspaceEngine engine)
    {
        var gauges = engine.LevelGauges().ToList();
        if (step.How % 2 == 0 && gauges.Count > 0)
        {
            return new ReportServiceLevel(gauges[step.Which % gauges.Count].Key, step.Seed % 2 == 0 ? -1 : step.Seed % 90);
        }

        var up = engine.Alarms();
        return up.Count == 0 ? null : new AcknowledgeAlarm(up[step.Which % up.Count].Key, new Actor(ActorKind.Supervisor, "boss"), "mine");
    }

    private static QueueAlarms Some(Random random) => new(
        random.Next(2) * random.Next(1, 6),
        random.Next(2) * random.Next(1, 120),
        random.Next(2) * random.Next(1, 300),
        random.Next(2) * 80,
        random.Next(2) * random.Next(1, 4),
        random.Next(2) * random.Next(1, 3),
        random.Next(2) * random.Next(1, 3),
        random.Next(3) * random.Next(1, 30));
}
