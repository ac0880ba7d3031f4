using Router.Server.Workspaces.Batches;
using Router.Server.Workspaces.Intake;

namespace Router.Server.Workspaces.Ownership;

/// <summary>Waits for the store. Whoever has waited long enough meanwhile is told what is known of his call.</summary>
internal sealed class PatientWait(Inbox inbox, TimeProvider real, CancellationToken abandon)
{
    /// <summary>Waits for an answer of the store.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="answer">The answer; its error comes through.</param>
    /// <param name="open">Calls that may have been done already.</param>
    /// <param name="meanwhile">Done at every check, or null.</param>
    /// <exception cref="OperationCanceledException">The server has stopped waiting.</exception>
    public async Task<T> ForAsync<T>(Task<T> answer, OpenBatch? open = null, Func<Task>? meanwhile = null)
    {
        while (true)
        {
            await ((Task)answer).WaitAsync(Limits.PatienceCheck, real, abandon).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (answer.IsCompleted)
            {
                return await answer;
            }

            abandon.ThrowIfCancellationRequested();
            open?.DropTheImpatient(real);
            inbox.RefuseTheImpatient();
            if (meanwhile is not null)
            {
                await meanwhile();
            }
        }
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="time">How much.</param>
    /// <param name="open">Calls that may have been done already.</param>
    /// <exception cref="OperationCanceledException">The server has stopped waiting.</exception>
    public Task PauseAsync(TimeSpan time, OpenBatch? open = null) => ForAsync(PauseOf(time), open);

    private async Task<bool> PauseOf(TimeSpan time)
    {
        await Task.Delay(time, real, abandon);
        return true;
    }
}
