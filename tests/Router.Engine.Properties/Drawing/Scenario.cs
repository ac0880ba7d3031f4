namespace Router.Engine.Properties.Drawing;

/// <summary>A policy to begin with and steps to play, all drawn from one seed.</summary>
internal sealed record Scenario(int Seed, IReadOnlyList<Step> Steps)
{
    private const int StartAgents = 4;

    /// <summary>Kinds of steps with how often they come, relative to each other.</summary>
    private static readonly (StepKind Kind, int Weight)[] Weights =
    [
        (StepKind.PassTime, 20), (StepKind.ToNextDeadline, 8), (StepKind.Submit, 22), (StepKind.Accept, 16),
        (StepKind.Decline, 4), (StepKind.Complete, 14), (StepKind.End, 4), (StepKind.Cancel, 1), (StepKind.Append, 1),
        (StepKind.EndWrapUp, 1), (StepKind.ExtendWrapUp, 1), (StepKind.SetHold, 2), (StepKind.Park, 2), (StepKind.Transfer, 3), (StepKind.Reopen, 2),
        (StepKind.SignIn, 6), (StepKind.SignOut, 2), (StepKind.Lose, 2), (StepKind.Resume, 3), (StepKind.SetPresence, 4),
        (StepKind.PutAgent, 3), (StepKind.DeleteAgent, 1), (StepKind.ChangePolicy, 1), (StepKind.StartOwner, 1), (StepKind.Reload, 1), (StepKind.AssignTickets, 2), (StepKind.ChangeTickets, 3), (StepKind.CompleteTickets, 1),
        (StepKind.Take, 3), (StepKind.MarkHard, 2), (StepKind.SetAgentsPresence, 2), (StepKind.DrainAgents, 2),
        (StepKind.Reschedule, 1), (StepKind.RequestCallBack, 4), (StepKind.ReportCallBack, 3), (StepKind.StartHandover, 5), (StepKind.EndHandover, 1),
        (StepKind.StartConsult, 10), (StepKind.EndConsult, 6), (StepKind.SayOfAlarm, 2),
    ];

    /// <summary>Some speeds of the engine's clock; most scenarios run in real time.</summary>
    public double ClockSpeed => Seed % 7 == 3 ? 60 : 1;

    public static Scenario Draw(int seed, int length)
    {
        var random = new Random(seed);
        var steps = new List<Step>();
        for (var i = 0; i < StartAgents; i++)
        {
            steps.Add(new Step(StepKind.PutAgent, i, random.Next(1_000), random.Next()));
            steps.Add(new Step(StepKind.SignIn, i, 0, random.Next()));
        }

        while (steps.Count < length)
        {
            steps.Add(new Step(DrawKind(random), random.Next(1_000), random.Next(1_000), random.Next()));
        }

        return new Scenario(seed, steps);
    }

    private static StepKind DrawKind(Random random)
    {
        var at = random.Next(Weights.Sum(w => w.Weight));
        foreach (var (kind, weight) in Weights)
        {
            at -= weight;
            if (at < 0)
            {
                return kind;
            }
        }

        return StepKind.PassTime;
    }
}
