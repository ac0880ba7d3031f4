using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Drawing;

/// <summary>Makes the command of a step from what there is at the moment: mostly one that is done, now and then a stale or foreign one.</summary>
internal sealed class CommandChoice(SavedWorkspace saved, Func<WorkspaceEngine> running)
{
    private const int MostAgents = 8;
    private int _count;

    private WorkspaceEngine Engine => running();

    /// <summary>The command of a step, or null when there is nothing to do it to.</summary>
    public Command? For(Step step) => step.Kind switch
    {
        StepKind.Submit => Submit(step),
        StepKind.Accept => OnTicket(step, IsOffered, t => new Accept(AskedOf(t, step), t.Id, Stale(OfferNoOf(t, step), step))),
        StepKind.Decline => OnTicket(step, IsOffered, t => new Decline(AskedOf(t, step), t.Id, Stale(OfferNoOf(t, step), step), "busy")),
        StepKind.Complete => OnTicket(step, t => t.State is TicketState.Assigned or TicketState.WrappingUp, t =>
            new Complete(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step), step.How % 3 == 0 ? "" : "done", "", LaterChoice.FollowUp(step, Engine))),
        StepKind.EndWrapUp => OnTicket(step, t => t.State == TicketState.WrappingUp, t => new EndWrapUp(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step))),
        StepKind.ExtendWrapUp => OnTicket(step, t => t.State == TicketState.WrappingUp, t =>
            new ExtendWrapUp(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step))),
        StepKind.SetHold => OnTicket(step, t => t.State == TicketState.Assigned, t =>
            new SetHold(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step), step.How % 5 == 0 != (t.OnHoldSince == 0))),
        StepKind.MarkHard => OnTicket(step, t => t.State is TicketState.Assigned or TicketState.WrappingUp, t =>
            new MarkHard(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step))),
        StepKind.Park => OnTicket(step, t => t.State == TicketState.Assigned, t => new Park(
            AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step), step.How % 3 == 0 ? 0 : Engine.Now + (step.Seed % 60_000), step.How % 2 == 0, "later", step.How % 5 < 2)),
        StepKind.Transfer => OnTicket(step, t => t.State == TicketState.Assigned, t => new Transfer(
            AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step), Target(step), "over to you")),
        StepKind.StartHandover => OnTicket(step, t => t.State == TicketState.Assigned, t => new Transfer(
            AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step), new("", null, [], $"agent {step.Seed % MostAgents}"), "speak with him", IsWarm: true)),
        StepKind.EndHandover => OnTicket(step, t => t.PeerOffer is not null, t => new EndHandover(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step))),
        StepKind.StartConsult => OnTicket(step, t => ConsultChoice.Suits(t, step), t => ConsultChoice.Start(t, step, AgentOf(t, step), Target(step), Engine)),
        StepKind.EndConsult => OnTicket(step, t => t.Participants.Count > 0 || t.PeerOffer is { IsConsult: true }, t => ConsultChoice.End(t, step, AgentOf(t, step))),
        StepKind.Reopen => Reopen(step),
        StepKind.End => OnTicket(step, t => t.State != TicketState.WrappingUp, t => new End(t.Id, step.How % 4 == 0)),
        StepKind.Cancel => OnTicket(step, t => t.State != TicketState.WrappingUp, t => new Cancel(t.Id, "spam")),
        StepKind.Append => OnTicket(step, _ => true, t => step.How % 2 == 0
            ? new Append(t.Id, null, 0, new MessageText("hello", "en"))
            : new Append(t.Id, AgentOf(t, step), Stale(t.AssignmentNo, step), new MessageText("hello", "en"))),
        StepKind.SignIn => OnAgent(step, a => a.SessionId.Length == 0 || step.How % 4 == 0, a => SignIn(a, step)),
        StepKind.SignOut => OnAgent(step, SignedIn, a => new SignOut(a.Profile.Id, a.SessionId, (WorkInHand)(step.How % 4))),
        StepKind.Lose => OnAgent(step, a => SignedIn(a) && a.GoneSince == 0, a =>
            new LoseSession(a.Profile.Id, a.SessionId, Engine.Now - (step.Seed % 10_000))),
        StepKind.Resume => OnAgent(step, a => SignedIn(a) && a.GoneSince > 0, a => new ResumeSession(a.Profile.Id, a.SessionId)),
        StepKind.SetPresence => OnAgent(step, SignedIn, a => step.How % 2 == 0
            ? new SetPresence(a.Profile.Id, step.How % 8 == 0 ? Presence.OnDemand : Presence.Available, "", AtOnce: false, SomeChannel(step))
            : new SetPresence(a.Profile.Id, Presence.Away, step.How % 20 == 1 ? "unheard" : "break", step.How % 3 == 0, SomeChannel(step))),
        StepKind.Take => OnAgent(step, a => SignedIn(a) && (step.How % 7 == 1 || a.Presence == Presence.OnDemand), a =>
            new Take(a.Profile.Id, SomeChannel(step) is { Length: > 0 } channel ? [channel] : [])),
        StepKind.PutAgent => PutAgent(step),
        StepKind.DeleteAgent => OnAgent(step, a => step.How % 5 == 0 || !SignedIn(a), a => new DeleteAgent(a.Profile.Id)),
        StepKind.ChangePolicy => ChangePolicy(step),
        StepKind.Reschedule => OnTicket(step, t => t.State == TicketState.Scheduled, t => LaterChoice.Reschedule(t, step, Engine.Now)),
        StepKind.RequestCallBack => OnTicket(step, t => t.State == TicketState.Queued, t => new RequestCallBack(t.Id, LaterChoice.Wish(step, Engine.Now))),
        StepKind.ReportCallBack => OnTicket(step, t => t is { State: TicketState.Assigned, Later.CallBack: not null }, t =>
            new ReportCallBack(AgentOf(t, step), t.Id, Stale(t.AssignmentNo, step), LaterChoice.Result(step))),
        StepKind.AssignTickets => SupervisorChoice.Assign(Some(step), step, $"agent {step.Which % MostAgents}"),
        StepKind.ChangeTickets => SupervisorChoice.Change(Some(step), step, Engine.Policy),
        StepKind.CompleteTickets => SupervisorChoice.Complete(Some(step), step),
        StepKind.SetAgentsPresence => SupervisorChoice.Presence(Staff(step), step),
        StepKind.SayOfAlarm => RandomAlarms.Say(step, Engine),
        StepKind.DrainAgents => SupervisorChoice.Drain(Staff(step), step, Engine.Now),
        _ => null,
    };

    private static bool SignedIn(AgentRecord agent) => agent.SessionId.Length > 0;

    public static int Stale(int number, Step step) => step.How % 23 == 1 ? number - 1 : number;

    private Submit Submit(Step step) => new(
        RandomWork.Content($"{++_count}", step.Seed, Engine.Policy),
        step.How % 5 == 0 ? new MessageText("help", "en") : null,
        step.How % 11 == 0 && step.How % 13 != 1 ? Engine.Now + (step.Seed % 40_000) : 0,
        step.How % 7 == 0 ? 1 + (step.Seed % 120_000) : 0,
        step.How % 13 == 1 ? LaterChoice.Wish(step, Engine.Now) : null);

    private HandoverTarget Target(Step step)
    {
        var asked = RandomWork.Content("", step.Seed, Engine.Policy);
        if (step.How % 5 < 2)
        {
            return new("", null, [], $"agent {step.Which % MostAgents}");
        }

        return step.How % 2 == 0 ? new(asked.Queue, null, []) : new(step.How % 3 == 0 ? "" : asked.Queue, asked.Languages, asked.Skills);
    }

    private Reopen? Reopen(Step step)
    {
        var found = saved.Closed.Values.Where(t => step.How % 5 == 0 || t.State == TicketState.Completed).OrderBy(t => t.Counter).ToList();
        return found.Count == 0 ? null : new Reopen(found[^(1 + (step.Which % Math.Min(5, found.Count)))], "again");
    }

    private SignIn SignIn(AgentRecord agent, Step step) => new(
        agent.Profile.Id,
        $"session {++_count}",
        step.How % 3 == 0,
        step.How % 6 == 1 ? [Engine.Policy.Channels[step.Which % Engine.Policy.Channels.Count].Name] : [],
        step.How % 9 == 1 ? Presence.Away : Presence.Available)
    {
        Languages = step.How % 5 == 1 ? [.. agent.Profile.Languages.Keys.Order(StringComparer.Ordinal).Where((_, i) => (step.Seed >> i) % 2 == 0)] : [],
    };

    private PutAgent PutAgent(Step step)
    {
        var id = $"agent {step.Which % MostAgents}";
        return new PutAgent(RandomWork.Profile(id, step.Seed, Engine.Policy));
    }

    private ChangePolicy ChangePolicy(Step step)
    {
        var next = step.How % 4 == 0 ? RandomPolicy.Draw(step.Seed) : RandomPolicy.Redraw(Engine.Policy, step.Seed);
        return new ChangePolicy(_ => next, Reprice: step.How % 3 == 0);
    }

    private static bool IsOffered(TicketRecord ticket) => ticket.State == TicketState.Offered || ticket.PeerOffer is not null;

    private static string AskedOf(TicketRecord ticket, Step step) =>
        ticket.PeerOffer is { } offer && step.How % 29 != 1 ? offer.AgentId : AgentOf(ticket, step);

    private static string AgentOf(TicketRecord ticket, Step step) =>
        step.How % 29 != 1 && OfferOf(ticket, step) is { } offer ? offer.AgentId
        : step.How % 29 == 1 || ticket.AgentId.Length == 0 ? $"agent {step.Which % MostAgents}" : ticket.AgentId;

    private static int OfferNoOf(TicketRecord ticket, Step step) => OfferOf(ticket, step)?.OfferNo ?? ticket.OfferNo;

    private static OpenOffer? OfferOf(TicketRecord ticket, Step step) => ticket.Offers.Count == 0 ? null : ticket.Offers[step.How % ticket.Offers.Count];

    /// <summary>Up to four open tickets, and now and then one that never was.</summary>
    private List<TicketRecord> Some(Step step)
    {
        var random = new Random(step.Seed);
        return [.. saved.Open.Values.OrderBy(t => t.Counter).OrderBy(_ => random.Next()).Take(1 + (step.How % 4))];
    }

    private string SomeChannel(Step step) => step.Seed % 4 == 0 ? Engine.Policy.Channels[step.Seed / 4 % Engine.Policy.Channels.Count].Name : "";

    /// <summary>Up to three agents who are signed in, and now and then one who is not.</summary>
    private List<string> Staff(Step step)
    {
        var random = new Random(step.Seed);
        var agents = saved.Agents.Values.Where(a => step.How % 13 == 1 || SignedIn(a)).OrderBy(a => a.Number).OrderBy(_ => random.Next());
        return [.. agents.Take(1 + (step.How % 3)).Select(a => a.Profile.Id)];
    }

    /// <summary>Mostly for a ticket that suits; now and then for any.</summary>
    private Command? OnTicket(Step step, Func<TicketRecord, bool> suits, Func<TicketRecord, Command> command)
    {
        var tickets = saved.Open.Values.Where(t => step.How % 17 == 1 || suits(t)).OrderBy(t => t.Counter).ToList();
        return tickets.Count == 0 ? null : command(tickets[step.Which % tickets.Count]);
    }

    private Command? OnAgent(Step step, Func<AgentRecord, bool> suits, Func<AgentRecord, Command> command)
    {
        var agents = saved.Agents.Values.Where(suits).OrderBy(a => a.Number).ToList();
        return agents.Count == 0 ? null : command(agents[step.Which % agents.Count]);
    }
}
