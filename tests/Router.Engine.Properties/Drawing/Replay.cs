using System.Text.Json;
using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Properties.Drawing;

/// <summary>Tells an engine what another was told before, in batches, and may let it crash and load between them.</summary>
internal sealed class Replay
{
    private readonly List<string> _answers = [];
    private WorkspaceEngine _engine;

    private Replay(double clockSpeed) => _engine = new WorkspaceEngine(WorkspaceRecord.Empty, clockSpeed);

    /// <summary>What the store holds in the end, and every fact.</summary>
    public SavedWorkspace Saved { get; } = new();

    /// <summary>How often the engine was loaded again.</summary>
    public int Reloads { get; private set; }

    /// <summary>What each command was answered.</summary>
    public IReadOnlyList<string> Answers => _answers;

    /// <param name="inputs">What to tell.</param>
    /// <param name="clockSpeed">As it was.</param>
    /// <param name="takesAfter">Whether a batch ends after the input of this number.</param>
    /// <param name="crashesAfter">Whether the engine is lost and loaded after that batch.</param>
    public static Replay Of(IReadOnlyList<Input> inputs, double clockSpeed, Func<int, bool> takesAfter, Func<int, bool> crashesAfter)
    {
        var replay = new Replay(clockSpeed);
        for (var i = 0; i < inputs.Count; i++)
        {
            replay.Tell(inputs[i]);
            if (!takesAfter(i) && i < inputs.Count - 1)
            {
                continue;
            }

            replay.Saved.Write(replay._engine.TakeChanges());
            if (crashesAfter(i))
            {
                replay.Reloads++;
                replay._engine = new WorkspaceEngine(replay.Saved.Load(), clockSpeed);
            }
        }

        return replay;
    }

    /// <summary>All that can be asked of the engine, as text.</summary>
    public string Queries() => JsonSerializer.Serialize(new
    {
        _engine.Now,
        // A loaded engine looks once more, on the next whole second, at what raises alarms.
        NextDeadline = RaisesAlarms() ? 0 : _engine.NextDeadline,
        Alarms = _engine.Alarms(),
        Agents = _engine.LiveAgents(),
        Rows = _engine.LiveRows(),
        Tickets = Saved.Open.Keys.Order(StringComparer.Ordinal).Select(id => new { Place = _engine.Place(id), Why = _engine.Explain(id, "agent 1"), Ticket = _engine.Ticket(id) }),
    });

    /// <summary>All facts, each as text.</summary>
    public IReadOnlyList<string> Facts() => [.. Saved.Facts.Select(f => JsonSerializer.Serialize(f, f.GetType()))];

    /// <summary>All that would be loaded, as text.</summary>
    public string State() => JsonSerializer.Serialize(Saved.Load());

    private bool RaisesAlarms() => _engine.Policy.Queues.Any(q => q.Alarms is not null || q.Channels.Any(c => c.Alarms is not null));

    private void Tell(Input input)
    {
        switch (input)
        {
            case Input.Started started:
                _engine.StartOwner(started.Term, started.Now, started.SessionsLive);
                break;
            case Input.Told told:
                var outcome = _engine.Apply(told.Command, told.Now);
                _answers.Add($"{told.Command.GetType().Name}: {outcome.Reason} {JsonSerializer.Serialize(outcome.Value)}");
                break;
        }

        while (_engine.Advance(input.Now))
        {
        }
    }
}
