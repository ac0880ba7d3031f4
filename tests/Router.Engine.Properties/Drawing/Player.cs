using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Properties.Drawing;

/// <summary>Plays a scenario and shows every moment of it, deadline by deadline.</summary>
internal sealed class Player
{
    private const long Begin = 1_800_000_000_000;
    private const int MostDeadlinesInARow = 5_000;
    private readonly Scenario _scenario;
    private readonly Action<Moment>? _onMoment;
    private readonly Action<Settled>? _onSettled;
    private readonly Func<Command, Command?>? _known;
    private readonly SavedWorkspace _saved = new();
    private readonly CommandChoice _choice;
    private readonly List<Input> _inputs = [];
    private readonly List<Fact> _facts = [];
    private readonly PlayLog? _log;
    private WorkspaceEngine _engine;
    private long _now = Begin;
    private long _term = 1;

    /// <param name="scenario">What to play.</param>
    /// <param name="onMoment">Told of every transition and every deadline.</param>
    /// <param name="onSettled">Told when nothing is due any more.</param>
    /// <param name="known">A command as it is told, or null when it is not; all are told as drawn when there is none.</param>
    /// <param name="writesLog">Whether to write down what happens.</param>
    public Player(Scenario scenario, Action<Moment>? onMoment = null, Action<Settled>? onSettled = null, Func<Command, Command?>? known = null, bool writesLog = false)
    {
        _log = writesLog ? new PlayLog(Begin) : null;
        _scenario = scenario;
        _onMoment = onMoment;
        _onSettled = onSettled;
        _known = known;
        _engine = new WorkspaceEngine(WorkspaceRecord.Empty, scenario.ClockSpeed);
        _choice = new CommandChoice(_saved, () => _engine);
    }

    /// <summary>What the engine was told, for telling another the same.</summary>
    public IReadOnlyList<Input> Inputs => _inputs;

    /// <summary>What was told and what came of it, for reading; empty unless it was asked for.</summary>
    public string Log => $"{_log}";

    public Player Play()
    {
        Start(sessionsLive: false);
        var policy = RandomPolicy.Draw(_scenario.Seed);
        Tell(new ChangePolicy(_ => policy));
        foreach (var step in _scenario.Steps)
        {
            Play(step);
        }

        return this;
    }

    private void Play(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.PassTime:
                Pass(_now + (step.How % 4 == 0 ? step.Seed % 60_000 : step.Seed % 4_000));
                break;
            case StepKind.ToNextDeadline when _engine.NextDeadline < long.MaxValue:
                Pass(Math.Max(_now, _engine.NextDeadline - (step.How % 4 == 0 ? 1 : 0)));
                break;
            case StepKind.StartOwner:
                _now += step.Seed % 90_000;
                Start(sessionsLive: step.How % 2 == 0);
                break;
            case StepKind.Reload:
                _engine = new WorkspaceEngine(_saved.Load(), _scenario.ClockSpeed);
                break;
            default:
                if (_choice.For(step) is { } command)
                {
                    Tell(command);
                }

                break;
        }
    }

    private void Start(bool sessionsLive)
    {
        var input = new Input.Started(_now, _term++, sessionsLive);
        _inputs.Add(input);
        _engine.StartOwner(input.Term, _now, sessionsLive);
        Show(input, null);
        RunTime(input, null);
    }

    private void Pass(long now)
    {
        _now = now;
        var input = new Input.Pass(now);
        _inputs.Add(input);
        RunTime(input, null);
    }

    private void Tell(Command drawn)
    {
        if ((_known is null ? drawn : _known(drawn)) is not { } command)
        {
            return;
        }

        var input = new Input.Told(_now, command);
        _inputs.Add(input);
        var outcome = _engine.Apply(command, _now);
        Show(command, outcome);
        RunTime(input, outcome);
    }

    private void RunTime(Input input, Outcome? outcome)
    {
        for (var i = 0; i < MostDeadlinesInARow; i++)
        {
            var more = _engine.Advance(_now, 1);
            var moment = Show(new Input.Pass(_now), null);
            if (!more)
            {
                _onSettled?.Invoke(new Settled(input, outcome, [.. _facts], moment));
                _facts.Clear();
                return;
            }
        }

        throw new InvalidOperationException($"Time stands still at {_engine.Now}: deadlines without end.");
    }

    private Moment Show(object what, Outcome? outcome)
    {
        var changes = _engine.TakeChanges();
        if (outcome is not null || !changes.IsEmpty)
        {
            _log?.Write(_engine.Now, what, outcome, changes.Facts);
        }

        _saved.Write(changes);
        _facts.AddRange(changes.Facts);
        var moment = new Moment(_engine, _saved, changes, outcome);
        _onMoment?.Invoke(moment);
        return moment;
    }
}
