using System.Threading.Channels;
using Router.AgentClient.Connection;
using Router.AgentClient.Requests;
using Router.AgentClient.State;
using Router.AgentClient.Terminal.Input;
using Router.AgentClient.Terminal.Modes;
using Router.AgentClient.Terminal.Screen;
using Router.AgentClient.Terminal.Views;
using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>
/// One flow for keys, updates, answers and time: each is taken in turn, then a frame is shown. Nothing else touches the desk.
/// </summary>
internal sealed class TerminalLoop(IScreen screen, ChannelReader<KeyPress> keys, Func<AgentDesk, AgentSession> start, TimeProvider time)
{
    /// <summary>How often countdowns are drawn anew.</summary>
    public static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the sign-out may take of a terminal that is told to end: 5 s.</summary>
    public static readonly TimeSpan SignOutTime = TimeSpan.FromSeconds(5);

    private readonly Channel<Action> _steps = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly AgentDesk _desk = new();
    private AgentSession? _session;
    private bool _isLeaving;
    private bool _wasInterrupted;

    /// <summary>Works until the agent leaves or is signed out, or the first sign-in is refused.</summary>
    /// <param name="stop">Signs out, handing back what is in hand, and ends: after <see cref="SignOutTime"/> at the latest.</param>
    /// <returns>What was known then.</returns>
    public async Task<AgentState> RunAsync(CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Start();
        Task[] sources = [ForwardKeysAsync(ended.Token), TickAsync(ended.Token)];
        try
        {
            Draw();
            while (!_isLeaving && await _steps.Reader.WaitToReadAsync(stop))
            {
                while (_steps.Reader.TryRead(out var step))
                {
                    step();
                    Carry();
                }

                Draw();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await SignOutAsync(_session!);
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(sources);
            await _session!.DisposeAsync();
        }

        return _desk.State;
    }

    // Nobody is there any more who could finish what is in hand.
    private async Task SignOutAsync(AgentSession session)
    {
        using var late = new CancellationTokenSource(SignOutTime, time);
        try
        {
            if ((await session.SignOutAsync(WorkInHand.HandBack, late.Token)).IsDone)
            {
                await session.Ended.WaitAsync(late.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or InvalidOperationException)
        {
            // The server keeps the work for the channel's grace.
        }
    }

    private void Start()
    {
        var session = start(_desk);
        _session = session;
        _ = FollowAsync(session);
    }

    private async Task FollowAsync(AgentSession session)
    {
        await foreach (var update in session.ReadUpdatesAsync())
        {
            _steps.Writer.TryWrite(() => Take(session, update));
        }
    }

    private void Take(AgentSession session, AgentUpdate update)
    {
        if (session != _session)
        {
            return;
        }

        if (_desk.Take(update))
        {
            screen.RingBell();
        }

        // Signed out as asked, or never signed in: nothing is left to see.
        var connection = update.State.Connection;
        _isLeaving |= connection.Phase == ConnectionPhase.Over && (connection.End == SessionEnd.SignedOut || update.State.SessionId.Length == 0);
    }

    private void Key(KeyPress press)
    {
        if (press.IsControl(ConsoleKey.C))
        {
            _isLeaving = _wasInterrupted || _desk.State.Connection.Phase != ConnectionPhase.SignedIn;
            _wasInterrupted = true;
            _desk.BeginSignOut();
            return;
        }

        _wasInterrupted = false;
        if (_desk.State.Connection.Phase == ConnectionPhase.Over && _desk.Mode is Browsing && press.Info.Key is ConsoleKey.R or ConsoleKey.Q)
        {
            _isLeaving = press.Info.Key == ConsoleKey.Q;
            if (!_isLeaving)
            {
                Start();
            }

            return;
        }

        _desk.Key(press);
    }

    /// <summary>Carries out what the agent asked for.</summary>
    private void Carry()
    {
        foreach (var request in _desk.TakeRequests())
        {
            _ = AskAsync(request, _session!);
        }
    }

    private async Task AskAsync(DeskRequest request, AgentSession session)
    {
        Answer answer;
        try
        {
            answer = await request.Send(session);
        }
        catch (Exception error) when (error is ObjectDisposedException or InvalidOperationException)
        {
            answer = Answer.Unknown(error.Message);
        }

        _steps.Writer.TryWrite(() => request.After(answer));
    }

    private void Draw()
    {
        var (width, height) = screen.Size;
        screen.Show(DeskView.Render(_desk, new ViewTime(_desk.State.Time, time.GetUtcNow(), time.LocalTimeZone), width, height), width, height);
        if (_desk.MarkShown() is var (ticketId, number))
        {
            _session!.ConfirmMessages(ticketId, number);
        }
    }

    private async Task ForwardKeysAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var press in keys.ReadAllAsync(stop))
            {
                _steps.Writer.TryWrite(() => Key(press));
            }
        }
        catch (OperationCanceledException)
        {
            // The loop has ended.
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            _steps.Writer.TryWrite(() => _isLeaving = true);
        }
    }

    private async Task TickAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(FrameInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                _steps.Writer.TryWrite(() => { });
            }
        }
        catch (OperationCanceledException)
        {
            // The loop has ended.
        }
    }
}
