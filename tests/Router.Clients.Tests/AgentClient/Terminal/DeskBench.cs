using Google.Protobuf.WellKnownTypes;
using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.AgentClient.State;
using Router.AgentClient.Terminal;
using Router.AgentClient.Terminal.Input;
using Router.AgentClient.Terminal.Screen;
using Router.AgentClient.Terminal.Views;
using Router.V1;
using Spectre.Console;

namespace Router.Clients.Tests.AgentClient.Terminal;

/// <summary>A desk without a server: updates come in, frames come out.</summary>
internal sealed class DeskBench : IDisposable
{
    private readonly FrameText _text = new(ColorSystemSupport.NoColors);
    private readonly double _speed;

    public DeskBench(double speed = 1, Action<SignedIn>? fill = null)
    {
        _speed = speed;
        var told = Told.SignedIn(new SignIn { AgentId = "dana", Presence = Presence.Available }, Told.Noon);
        fill?.Invoke(told);
        var state = new AgentState
        {
            Connection = new AgentConnection(ConnectionPhase.SignedIn),
            Time = ServerTime.FirstSeen(Time, Told.Noon, Time.GetTimestamp(), _speed),
        };
        Take(state, new WorkUpdate { SignedIn = told });
    }

    public ManualTime Time { get; } = new();

    public AgentDesk Desk { get; } = new();

    public int Width { get; set; } = 80;

    public int Height { get; set; } = 24;

    public string Frame => string.Join('\n', Lines);

    public string[] Lines =>
        _text.Lines(DeskView.Render(Desk, new ViewTime(Desk.State.Time, Time.GetUtcNow(), TimeZoneInfo.Utc), Width, Height), Width, Height);

    /// <summary>The keys at the bottom, below the last box.</summary>
    public string Hints
    {
        get
        {
            var lines = Lines;
            return string.Join("  ", lines[(Array.FindLastIndex(lines, line => line.Contains('╯', StringComparison.Ordinal)) + 1)..].Select(line => line.Trim()));
        }
    }

    public bool Tell(WorkUpdate update) => Take(Desk.State, update);

    public void Connection(AgentConnection connection) => Desk.Take(new AgentUpdate(Desk.State with { Connection = connection }, null));

    public void Keys(params ConsoleKey[] keys)
    {
        foreach (var key in keys)
        {
            Desk.Key(new KeyPress(new ConsoleKeyInfo('\0', key, false, false, false), false));
        }
    }

    public void Control(ConsoleKey letter) => Desk.Key(new KeyPress(new ConsoleKeyInfo('\0', letter, false, false, true), false));

    public void Type(string text)
    {
        foreach (var sign in text)
        {
            Desk.Key(new KeyPress(new ConsoleKeyInfo(sign, ConsoleKey.None, false, false, false), false));
        }
    }

    public void Paste(string text)
    {
        foreach (var sign in text)
        {
            Desk.Key(new KeyPress(new ConsoleKeyInfo(sign, sign == '\n' ? ConsoleKey.Enter : ConsoleKey.None, false, false, false), true));
        }
    }

    public void Dispose() => _text.Dispose();

    public static WorkUpdate OfferOf(string id, string customer, double seconds, string channel = "chat")
    {
        var offer = Told.Offer(id, Told.Noon.AddSeconds(seconds), TimeSpan.FromSeconds(seconds), channel);
        offer.Ticket.Customer.Name = customer;
        offer.Ticket.ArrivedAt = Timestamp.FromDateTimeOffset(Told.Noon.AddSeconds(-130));
        return new WorkUpdate { Offer = offer };
    }

    private bool Take(AgentState state, WorkUpdate update) => Desk.Take(new AgentUpdate(StateChange.Apply(state, update), update));
}
