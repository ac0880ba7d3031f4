using Router.AgentClient.State;
using Router.AgentClient.Terminal.Input;
using Router.V1;

namespace Router.AgentClient.Terminal.Modes;

/// <summary>Letters are commands.</summary>
internal sealed class Browsing : IDeskMode
{
    public static readonly Browsing Instance = new();

    /// <summary>What only the owner of a ticket does to it.</summary>
    private const string OwnersKeys = "wcbhkmt!x";

    private Browsing()
    {
    }

    public void Key(AgentDesk desk, KeyPress press)
    {
        if (press.IsPasted || !press.IsPlain)
        {
            return;
        }

        switch (press.Info.Key)
        {
            case ConsoleKey.UpArrow:
                desk.SelectNext(-1);
                return;
            case ConsoleKey.DownArrow:
                desk.SelectNext(1);
                return;
            case ConsoleKey.Tab:
                desk.ShowNextPane();
                return;
            case ConsoleKey.Enter when desk.Selected is { IsParticipant: false } ticket:
                desk.Mode = new Writing(ticket.TicketId);
                return;
        }

        var command = char.ToLowerInvariant(press.Info.KeyChar);
        if (desk.Selected is { IsParticipant: true } && OwnersKeys.Contains(command, StringComparison.Ordinal))
        {
            desk.Say(NoticeKind.Problem, "You have joined this ticket: that is its owner's. 'i' leaves it or takes it over.");
            return;
        }

        Command(desk, command);
    }

    public IEnumerable<KeyHint> Hints(AgentDesk desk)
    {
        if (desk.Offer is not null)
        {
            yield return new KeyHint("a", "accept");
            yield return new KeyHint("d", "decline");
        }

        if (desk.Selected is { IsParticipant: true })
        {
            yield return new KeyHint("i", "leave or take over");
            yield return new KeyHint("Tab", PaneName(desk));
        }
        else if (desk.Selected is not null)
        {
            yield return new KeyHint("w", "write");
            yield return new KeyHint("c", "complete");
            if (desk.Selected is { AwaitsCallBack: true })
            {
                yield return new KeyHint("b", "called back");
            }

            foreach (var hint in WorkHints(desk.Selected))
            {
                yield return hint;
            }

            yield return new KeyHint("Tab", PaneName(desk));
        }

        if (desk.State.Presence.Presence == Presence.OnDemand)
        {
            yield return new KeyHint("n", "next ticket");
        }

        yield return new KeyHint("p", "presence");
        yield return new KeyHint("q", "sign out");
        yield return new KeyHint("?", "keys");
        if (desk.State.InHand.Length > 1)
        {
            yield return new KeyHint("↑↓", "ticket");
        }

        if (desk.State.Offers.Length > 1)
        {
            yield return new KeyHint("o", "other offer");
        }

        // What is seldom needed comes last.
        if (desk.Selected is { IsParticipant: false } selected)
        {
            if (selected.WrapUp is null)
            {
                yield return new KeyHint("m", "park for me");
            }

            yield return new KeyHint("!", "was hard");
            if (selected.WrapUp is null)
            {
                yield return new KeyHint("i", selected switch { { Consult: not null } => "ask no longer", { Participants.Count: > 0 } => "consult", _ => "ask to join" });
            }
        }
    }

    private static string PaneName(AgentDesk desk) =>
        desk.NextPane switch { DeskPane.History => "history", DeskPane.Details => "details", _ => "messages" };

    private static IEnumerable<KeyHint> WorkHints(TicketInHand ticket) => ticket.WrapUp switch
    {
        null => [new KeyHint("h", ticket.IsOnHold ? "resume" : "hold"), new KeyHint("k", "park"), new KeyHint("t", ticket.Handover is null ? "transfer" : "keep it")],
        { Extended: false } => [new KeyHint("x", "more time")],
        _ => [],
    };

    private static void Consult(AgentDesk desk, TicketInHand ticket)
    {
        if (ticket is { IsParticipant: false, Consult: not null })
        {
            desk.Ask(ticket.TicketId, "Not called off", (session, inHand) => session.EndConsultAsync(inHand, ConsultOutcome.Leave));
        }
        else
        {
            desk.Mode = ticket.Participants.Count > 0 ? new EndingConsult(ticket.TicketId) : new Consulting(ticket.TicketId);
        }
    }

    private static void Command(AgentDesk desk, char command)
    {
        switch (command)
        {
            case 'a' when desk.Offer is not null:
                desk.AcceptOffer();
                break;
            case 'd' when desk.Offer is not null:
                desk.BeginDecline();
                break;
            case 'o' when desk.Offer is not null:
                desk.ShowOtherOffer();
                break;
            case 'w' when desk.Selected is { } ticket:
                desk.Mode = new Writing(ticket.TicketId);
                break;
            case 'c' when desk.Selected is { } ticket:
                desk.Mode = new Completing(desk, ticket);
                break;
            case 'b' when desk.Selected is { AwaitsCallBack: true } ticket:
                desk.Mode = new CallingBack(ticket);
                break;
            case 'h' when desk.Selected is { WrapUp: null, IsOnHold: var isOnHold, TicketId: var id }:
                desk.Ask(
                    id, isOnHold ? "Not resumed" : "Not on hold", (session, ticket) => isOnHold ? session.ResumeAsync(ticket) : session.HoldAsync(ticket));
                break;
            case 'k' or 'm' when desk.Selected is { WrapUp: null } ticket:
                desk.Mode = new Parking(ticket.TicketId, forHimself: command == 'm');
                break;
            case 't' when desk.Selected is { WrapUp: null, Handover: not null } ticket:
                desk.Ask(ticket.TicketId, "Not called off", (session, inHand) => session.EndHandoverAsync(inHand));
                break;
            case 't' when desk.Selected is { WrapUp: null } ticket:
                desk.Mode = new Transferring(ticket.TicketId);
                break;
            case 'i' when desk.Selected is { WrapUp: null } ticket:
                Consult(desk, ticket);
                break;
            case '!' when desk.Selected is { } ticket:
                desk.MarkHard(ticket.TicketId);
                break;
            case 'x' when desk.Selected is { WrapUp: not null } ticket:
                desk.Ask(ticket.TicketId, "Not extended", (session, inHand) => session.ExtendWrapUpAsync(inHand));
                break;
            case 'n' when desk.State.Presence.Presence == Presence.OnDemand:
                desk.Take();
                break;
            case 'p':
                desk.Mode = new ChoosingPresence(desk);
                break;
            case '?':
                desk.Mode = new ShowingKeys();
                break;
            case 'q':
                desk.BeginSignOut();
                break;
            case >= '1' and <= '9':
                desk.Select(command - '1');
                break;
            case > ' ':
                desk.Say(NoticeKind.News, DeadKeys.Why(desk, command));
                break;
        }
    }
}
