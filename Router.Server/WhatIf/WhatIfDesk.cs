using Router.Server.Workspaces;
using Router.Simulator.Recorded;

namespace Router.Server.WhatIf;

/// <summary>Answers one question at a time, whoever asks: a simulation takes a processor for itself, and routing needs the others.</summary>
internal sealed class WhatIfDesk : IDisposable
{
    /// <summary>Most tickets in queues that are played again.</summary>
    public const int MostVisits = 250_000;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Answers, when its turn has come.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="kept">The events that are kept.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The answer, or null where more than <see cref="MostVisits"/> came.</returns>
    /// <exception cref="Store.StoreUnavailableException">The store does not answer.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<WhatIfAnswer?> AnswerAsync(Workspace workspace, WhatIfQuestion question, Store.Reading.EventRange kept, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            RecordedTraffic? traffic = await new TrafficReader(workspace).ReadAsync(kept, question.From, question.Until, MostVisits, cancel);
            return traffic is null
                ? null
                : await Task.Factory.StartNew(() => new WhatIfRun(question, traffic).Answer(cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
