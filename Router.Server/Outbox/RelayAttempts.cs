using Polly;
using Polly.Retry;
using Router.Server.Workspaces;

namespace Router.Server.Outbox;

/// <summary>Does a step of the relay as often as it takes: the bus or the store may be away for long.</summary>
internal sealed partial class RelayAttempts
{
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly string _workspace;
    private readonly string _consumer;
    private readonly ILogger _logger;
    private readonly Alarm _alarm;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="workspace">Whose events.</param>
    /// <param name="consumer">What takes them, for people.</param>
    /// <param name="real">Real time.</param>
    /// <param name="logger">Where trouble is told.</param>
    public RelayAttempts(string workspace, string consumer, TimeProvider real, ILogger logger)
    {
        _workspace = workspace;
        _consumer = consumer;
        _logger = logger;
        _alarm = new Alarm(real);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = real }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = a => ValueTask.FromResult(
                    a.Outcome.Exception is not null && !IsLast && !a.Context.CancellationToken.IsCancellationRequested),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                OnRetry = a =>
                {
                    NotDone(a.Outcome.Exception!);
                    return ValueTask.CompletedTask;
                },
            })
            .AddTimeout(AttemptTime)
            .Build();
    }

    /// <summary>Whether the step in hand has failed before.</summary>
    public bool IsFailing => _alarm.IsOn;

    /// <summary>Whether a step that fails is not tried again.</summary>
    public bool IsLast { get; set; }

    /// <summary>Does a step.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="step">The step; may be done several times.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<T> DoAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancel)
    {
        var result = await _pipeline.ExecuteAsync(async token => await step(token), cancel);
        if (_alarm.IsOn)
        {
            LogBack(_workspace, _consumer, _alarm.Lasted.TotalSeconds);
            _alarm.Clear();
        }

        return result;
    }

    private void NotDone(Exception error)
    {
        if (_alarm.Raise())
        {
            LogNotDone(error, _workspace, _consumer, _alarm.Lasted.TotalSeconds);
        }
    }

    [LoggerMessage(501, LogLevel.Error, "Events of workspace {Workspace} do not get through to {Consumer} for {Seconds:0.0} s now; they are kept and sent again")]
    private partial void LogNotDone(Exception error, string workspace, string consumer, double seconds);

    [LoggerMessage(502, LogLevel.Warning, "Events of workspace {Workspace} get through to {Consumer} again, after {Seconds:0.0} s")]
    private partial void LogBack(string workspace, string consumer, double seconds);
}
