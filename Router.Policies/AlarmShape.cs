using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;

namespace Router.Policies;

/// <summary>Reads what raises alarms.</summary>
internal static class AlarmShape
{
    private const int MostTickets = 1_000_000;
    private const int MostSeconds = 30 * 86_400;
    private const int MostAgents = 1_000;
    private const int MostHoldSeconds = 3_600;

    /// <summary>Reads the limits of a queue or of one of its channels.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="alarms">What came in, or null.</param>
    /// <param name="field">Where it is.</param>
    public static QueueAlarms? Read(ref ShapeCheck check, V1.QueueAlarms? alarms, string field)
    {
        if (alarms is null)
        {
            return null;
        }

        check.Range(alarms.Waiting, $"{field}.waiting", 0, MostTickets);
        check.Range(alarms.ServiceLevelPercent, $"{field}.service_level_percent", 0, 100);
        check.Range(alarms.FreeAgents, $"{field}.free_agents", 0, MostAgents);
        check.Range(alarms.Unroutable, $"{field}.unroutable", 0, MostTickets);
        check.Range(alarms.DeclinedOften, $"{field}.declined_often", 0, MostTickets);
        var read = new QueueAlarms(
            alarms.Waiting,
            check.Seconds(alarms.OldestWait, $"{field}.oldest_wait", 1, MostSeconds) ?? 0,
            check.Seconds(alarms.EstimatedWait, $"{field}.estimated_wait", 1, MostSeconds) ?? 0,
            alarms.ServiceLevelPercent,
            alarms.FreeAgents,
            alarms.Unroutable,
            alarms.DeclinedOften,
            check.Seconds(alarms.Hold, $"{field}.hold", 0, MostHoldSeconds) ?? QueueAlarms.DefaultHoldSeconds);
        if (alarms is { Waiting: 0, OldestWait: null, EstimatedWait: null, ServiceLevelPercent: 0, FreeAgents: 0, Unroutable: 0, DeclinedOften: 0 })
        {
            check.Fail(
                Reason.InvalidRequest,
                field,
                "watches nothing",
                "one of waiting, oldest_wait, estimated_wait, service_level_percent, free_agents, unroutable and declined_often, or to leave it out");
        }

        return read;
    }
}
