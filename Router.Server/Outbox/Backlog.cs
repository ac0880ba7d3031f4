using Router.Engine.Commands;
using Router.Server.Workspaces;

namespace Router.Server.Outbox;

/// <summary>
/// How many events of a workspace wait to be published. Past the bound an alarm is raised, until half the bound is reached; past
/// twice the bound submits are refused. Safe for use by many threads.
/// </summary>
internal sealed partial class Backlog(Workspace workspace, string consumer, long alarmAt, TimeProvider real, ILogger logger)
{
    private readonly Lock _lock = new();
    private readonly Alarm _alarm = new(real);
    private long? _relayed;
    private long _newest;

    /// <summary>How far the relay is.</summary>
    /// <param name="isUnreached">Whether what takes the events has not been reached.</param>
    public RelayState State(bool isUnreached)
    {
        lock (_lock)
        {
            return new(workspace.Id, Waiting, _alarm.IsOn, isUnreached, consumer);
        }
    }

    private long Waiting => _relayed is { } relayed ? Math.Max(0, _newest - relayed) : 0;

    /// <summary>Events up to a number are committed.</summary>
    public void Committed(long newest)
    {
        lock (_lock)
        {
            _newest = newest;
            Check();
        }
    }

    /// <summary>Events up to a number are published.</summary>
    public void Relayed(long number)
    {
        lock (_lock)
        {
            _relayed = number;
            Check();
        }
    }

    private void Check()
    {
        var waiting = Waiting;
        workspace.RefuseSubmits(
            waiting > 2 * alarmAt ? $"{waiting} events wait for {consumer}, and {2 * alarmAt} are the most that may" : null);
        if (waiting > alarmAt)
        {
            var isNews = !_alarm.IsOn;
            if (_alarm.Raise())
            {
                LogBehind(workspace.Id, waiting, consumer, alarmAt);
            }

            if (isNews)
            {
                _ = AnnounceAsync(new ReportRelay(waiting, consumer, IsBehind: true));
            }
        }
        else if (waiting <= alarmAt / 2 && _alarm.Clear())
        {
            LogCaughtUp(workspace.Id, consumer, waiting);
            _ = AnnounceAsync(new ReportRelay(waiting, consumer, IsBehind: false));
        }
    }

    private async Task AnnounceAsync(ReportRelay report)
    {
        try
        {
            await workspace.ExecuteAsync(report);
        }
        catch (WorkspaceUnavailableException error)
        {
            LogNotAnnounced(error, workspace.Id);
        }
    }

    [LoggerMessage(511, LogLevel.Error, "{Waiting} events of workspace {Workspace} wait for {Consumer}, more than {AlarmAt}; past twice as many submits are refused")]
    private partial void LogBehind(string workspace, long waiting, string consumer, long alarmAt);

    [LoggerMessage(513, LogLevel.Information, "That events of workspace {Workspace} are behind, or no longer, was not told as an event")]
    private partial void LogNotAnnounced(Exception error, string workspace);

    [LoggerMessage(512, LogLevel.Warning, "Workspace {Workspace} has caught up with {Consumer}: {Waiting} events wait")]
    private partial void LogCaughtUp(string workspace, string consumer, long waiting);
}
