using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;

namespace Router.Engine.Properties.Reference;

/// <summary>Engine and model play the same scenario.</summary>
internal static class Contest
{
    public const int Steps = 220;

    /// <summary>Explain and the comparison of all that was saved take long: they are done once in so many inputs.</summary>
    private const int AllEvery = 25;

    /// <summary>Plays a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="commands">How many inputs there were.</param>
    /// <returns>Where they differ or a promise is broken, or null.</returns>
    public static Exception? Play(Scenario scenario, out int commands)
    {
        var player = Player(scenario, writesLog: false);
        var failure = Record.Exception(() => player.Play());
        commands = player.Inputs.Count;
        return failure;
    }

    /// <summary>Plays scenarios until one fails, for an engine with a mistake in it.</summary>
    /// <param name="most">Most inputs to play.</param>
    /// <returns>How many it took, or 0 when none failed.</returns>
    public static int CommandsToFailure(int most)
    {
        for (var (seed, played) = (1, 0); played < most; seed++)
        {
            var failure = Play(Scenario.Draw(seed, Steps), out var commands);
            played += commands;
            if (failure is not null)
            {
                return Math.Min(played, most);
            }
        }

        return 0;
    }

    /// <summary>A failing scenario cut down to the steps that are needed, and told.</summary>
    public static string Story(Scenario failing)
    {
        var problem = Play(failing, out _)!.Message;
        var smallest = Shrinker.Shrink(failing, s => Play(s, out _) is not null);
        var player = Player(smallest, writesLog: true);
        var last = Record.Exception(() => player.Play());
        return $"Seed {failing.Seed}: {problem}\nCut down to {smallest.Steps.Count} steps: {last}\n{player.Log}";
    }

    private static Player Player(Scenario scenario, bool writesLog)
    {
        var model = new ReferenceModel(scenario.ClockSpeed);
        var facts = new FactCheck();
        var inputs = 0;
        return new Player(scenario, facts.Run, Compare, Known.Of, writesLog);

        void Compare(Settled settled)
        {
            model.Follow(settled);
            Agreement.Check(settled.Last, model.World);
            var now = new Snapshot(settled.Last, model.World);
            OwnershipCheck.Run(now);
            DeadlineCheck.Run(now);
            LaneCheck.Run(now);
            if (++inputs % AllEvery == 0)
            {
                ExplainCheck.Run(now);
            }
        }
    }
}
