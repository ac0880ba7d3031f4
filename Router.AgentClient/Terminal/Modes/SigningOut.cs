using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>What becomes of the work in hand when the agent leaves.</summary>
internal sealed class SigningOut(bool hasWork) : IChoiceMode
{
    private static readonly (WorkInHand Work, string Text)[] WithWork =
    [
        (WorkInHand.Finish, "Finish what is in hand, then sign out"),
        (WorkInHand.HandBack, "Hand it back and sign out now"),
        (WorkInHand.Park, "Park it until they answer, sign out now"),
    ];

    private static readonly (WorkInHand Work, string Text)[] WithoutWork = [(WorkInHand.Unspecified, "Sign out")];

    private (WorkInHand Work, string Text)[] Ways => hasWork ? WithWork : WithoutWork;

    public int Marked { get; private set; }

    public string ChoiceTitle(AgentDesk desk) => "Sign out";

    public IReadOnlyList<string> Choices(AgentDesk desk) => [.. Ways.Select(way => way.Text)];

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.Info.Key == ConsoleKey.Escape)
        {
            desk.Mode = Browsing.Instance;
        }
        else if (press.Info.Key == ConsoleKey.Enter)
        {
            var work = Ways[Marked].Work;
            desk.Mode = Browsing.Instance;
            desk.Request(session => session.SignOutAsync(work), answer =>
            {
                if (!answer.IsDone)
                {
                    desk.SayRefused("Not signed out", answer.Refusal);
                }
                else if (work == WorkInHand.Finish)
                {
                    desk.Say(NoticeKind.News, "You take nothing new. You are signed out once nothing is in hand.");
                }
            });
        }
        else
        {
            Marked = Choice.MovedOrNamed(press, Marked, Ways.Length) ?? Marked;
        }
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk)
    {
        yield return new KeyHint("Enter", "do it");
        if (hasWork)
        {
            yield return new KeyHint("↑↓", "choose");
        }

        yield return new KeyHint("Esc", "stay");
    }
}
