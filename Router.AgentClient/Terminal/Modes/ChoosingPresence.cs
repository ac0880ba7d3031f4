using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Available, away with a reason of the workspace's list, or on demand.</summary>
internal sealed class ChoosingPresence : IChoiceMode
{
    private readonly List<(Presence Presence, string Reason, string Label)> _choices = [(Presence.Available, "", "Available")];

    public ChoosingPresence(AgentDesk desk)
    {
        foreach (var reason in desk.State.Rules?.AwayReasons ?? [])
        {
            _choices.Add((Presence.Away, reason.Code, reason.Label.Length > 0 ? reason.Label : reason.Code));
        }

        _choices.Add((Presence.OnDemand, "", "On demand"));

        // The other of what is now: nobody opens this to stay as he is.
        Marked = desk.State.Presence.Presence == Presence.Available && _choices.Count > 2 ? 1 : 0;
    }

    public int Marked { get; private set; }

    public string ChoiceTitle(AgentDesk desk) => "Presence";

    public IReadOnlyList<string> Choices(AgentDesk desk) =>
        [.. _choices.Select(choice => choice.Presence == Presence.Away ? $"Away: {choice.Label}" : choice.Label)];

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press.Info.Key == ConsoleKey.Enter)
        {
            Set(desk, PresenceWhen.Next);
        }
        else if (press.IsPlain && press.Info.KeyChar is 'n' or 'N')
        {
            Set(desk, PresenceWhen.Now);
        }
        else
        {
            Marked = Choice.MovedOrNamed(press, Marked, _choices.Count) ?? Marked;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk) =>
    [
        new KeyHint("Enter", desk.HasLiveWork ? "after the work in hand" : "set"),
        new KeyHint("n", "now"),
        new KeyHint("↑↓", "choose"),
        new KeyHint("Esc", "back"),
    ];

    private void Set(AgentDesk desk, PresenceWhen when)
    {
        var (presence, reason, _) = _choices[Marked];
        desk.Mode = Browsing.Instance;
        desk.Request(
            session => session.SetPresenceAsync(presence, reason, when),
            answer =>
            {
                if (!answer.IsDone)
                {
                    desk.SayRefused("Presence not changed", answer.Refusal);
                }
            });
    }
}
