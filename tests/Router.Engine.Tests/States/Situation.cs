using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.States;

/// <summary>A ticket in a state, and the agent whose last offer or assignment it is or was.</summary>
internal sealed record Situation(Workspace Workspace, string TicketId)
{
    private const string Ann = "ann";
    public const string NoTicket = "9-9";
    private const string Disposition = "done";
    private static readonly WrapUpRule Timed = new(WrapUpKind.Timed, 10);

    private static readonly WorkspacePolicy[] Policies =
    [
        With(WrapUpRule.None, Rules.Standard),
        With(Timed, Rules.Standard),
        With(Timed, Rules.WithService(q => q with { Dispositions = [new(Disposition)], ReopenSeconds = 60 })),
    ];

    /// <summary>Whose offer or assignment the ticket is, else was.</summary>
    public string Agent => TicketId == NoTicket ? Ann
        : Workspace.Ticket(TicketId).Offers is [.., var last] ? last.AgentId
        : Workspace.Holder(TicketId).Length == 0 ? Ann : Workspace.Holder(TicketId);

    /// <summary>Whom the last offer was made to, to have it, to take it over or to join; or else the same agent.</summary>
    public string Asked => TicketId == NoTicket ? Ann : Workspace.Ticket(TicketId).History
        .Where(e => e.Kind is FactKind.OfferMade or FactKind.HandoverOffered or FactKind.ConsultOffered).Select(e => e.AgentId).LastOrDefault(Agent);

    /// <summary>Another agent who is available, or empty.</summary>
    public string Other => Workspace.Engine.LiveAgents().FirstOrDefault(a => a.AgentId != Agent && a.Presence == Presence.Available)?.AgentId ?? "";

    public bool IsSignedIn => Workspace.View(Agent).Record.SessionId.Length > 0;

    private static readonly Lazy<ILookup<string, Func<Situation>>> ByState = new(() =>
        All().ToLookup(make => make() is var made && made.TicketId == NoTicket ? "none" : Name(made.Workspace.State(made.TicketId))));

    /// <summary>All ways into a state that lead to different outcomes: channels, wrap-up, dispositions, another agent, a way back.</summary>
    public static IEnumerable<Situation> In(string state) => ByState.Value[state].Select(make => make());

    public static string Name(TicketState state) => state == TicketState.WrappingUp ? "wrapping_up" : $"{state}".ToLowerInvariant();

    private static WorkspacePolicy With(WrapUpRule wrapUp, WorkspacePolicy policy) =>
        policy with { Channels = [.. policy.Channels.Select(c => c with { WrapUp = wrapUp, GraceSeconds = 15, MissedLimit = 0 })] };

    private static IEnumerable<Func<Situation>> All() =>
        from policy in Policies
        from channel in new[] { "call", "email" }
        from another in new[] { false, true }
        from way in Ways(policy, channel, another)
        select way;

    private static Func<Situation>[] Ways(WorkspacePolicy policy, string channel, bool another) =>
    [
        () => new(Start(policy, another), NoTicket),
        () => Make(policy, channel, another, w => w.Away(Ann)),
        () => Make(policy, channel, another, w => w.Away(Ann), startsIn: 100),
        () => Make(
            policy, channel, another, w => w.Change(p => p with { Queues = [.. p.Queues.Select(q => q with { Hours = Openings.Daily("09:00", "17:00") })] })),
        () => Make(policy, channel, another, _ => { }),
        () => Make(policy, channel, another, _ => { }).Then((w, t) => w.Decline(t), TicketState.Offered),
        () => Make(policy, channel, another, _ => { }).Then((w, _) => w.After(20), TicketState.Offered),
        () => Make(policy, channel, another, _ => { }).Then((w, _) => w.Away(Ann), TicketState.Offered),
        () => OfferedToBoth(policy, channel),
        () => OfferedToBoth(policy, channel).Then((w, t) => w.Do(new Decline(Ann, t, w.Ticket(t).OfferTo(Ann), "")), TicketState.Offered),
        () => OfferedToBoth(policy, channel).Then((w, _) => w.After(20), TicketState.Offered),
        () => OfferedToBoth(policy, channel).Then((w, t) => GiveMore(w, channel, w.Ticket(t).Offers[^1].AgentId), TicketState.Offered),
        () => WonByAnn(policy, channel),
        () => WonByAnn(policy, channel).Then((w, t) => w.Complete(t), TicketState.Assigned),
        () => WonByAnn(policy, channel).Then((w, t) => w.Park(t), TicketState.Assigned),
        () => Accepted(policy, channel, another),
        () => Accepted(policy, channel, another).Then((w, _) => w.Lose(Ann), TicketState.Assigned).Then((w, _) => w.After(15), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => Reclaimed(w, t, channel), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Do(new SetHold(Ann, t, 1, OnHold: true)), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Complete(t), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Complete(t), TicketState.Assigned)
            .Then((w, t) => w.Do(new ExtendWrapUp(Ann, t, 1)), TicketState.WrappingUp),
        () => Finished(policy, channel, another),
        () => Finished(policy, channel, another).Then((w, _) => w.Away(Ann), TicketState.Completed),
        () => Finished(policy, channel, another).Then((w, _) => w.After(61), TicketState.Completed),
        () => Accepted(policy, channel, another).Then((w, t) => w.Try(new Transfer(Ann, t, 1, new("", null, [], "bob"), "", IsWarm: true)), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Try(new StartConsult(Ann, t, 1, new("", null, [], "bob"), "")), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Try(new StartConsult(Ann, t, 1, new("", null, [], "bob"), "")), TicketState.Assigned)
            .Then((w, t) => w.Try(new Accept("bob", t, w.Ticket(t).OfferNo)), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Park(t), TicketState.Assigned),
        () => Accepted(policy, channel, another).Then((w, t) => w.Park(t), TicketState.Assigned).Then((w, _) => w.Away(Ann), TicketState.Parked),
        () => Accepted(policy, channel, another).Then((w, t) => w.Park(t, seconds: 90), TicketState.Assigned),
        () => Make(policy, channel, another, w => w.Away(Ann)).Then((w, t) => w.Do(new Cancel(t, "spam")), TicketState.Queued),
        () => Make(policy, channel, another, w => w.Away(Ann)).Then((w, t) => w.End(t), TicketState.Queued),
        () => Make(policy, channel, another, w => w.Away(Ann), timeToLive: 5).Then((w, _) => w.After(5), TicketState.Queued),
    ];

    /// <summary>Where the channel is not assigned at once.</summary>
    private static Situation OfferedToBoth(WorkspacePolicy policy, string channel)
    {
        var workspace = Start(policy with { Queues = [.. policy.Queues.Select(q => q with { OfferWidth = 2 })] }, another: true);
        return new Situation(workspace, workspace.Submit(channel));
    }

    /// <summary>The last offer was made to the other, who loses.</summary>
    private static Situation WonByAnn(WorkspacePolicy policy, string channel) =>
        OfferedToBoth(policy, channel).Then((w, t) => w.Do(new Accept(Ann, t, w.Ticket(t).OfferTo(Ann))), TicketState.Offered);

    /// <summary>A supervisor gives the agent another ticket; where there is wrap-up, nothing fits beside that.</summary>
    private static void GiveMore(Workspace workspace, string channel, string agentId)
    {
        var other = workspace.Submit(channel);
        workspace.Do(new AssignTickets([other], SkipRefused: false, "", null, agentId, PastCapacity: true));
        workspace.Complete(other);
    }

    private static Situation Accepted(WorkspacePolicy policy, string channel, bool another) =>
        Make(policy, channel, another, _ => { }).Then((w, t) => w.Accept(t), TicketState.Offered);

    private static Situation Finished(WorkspacePolicy policy, string channel, bool another) => Accepted(policy, channel, another)
        .Then((w, t) => w.Complete(t, Disposition), TicketState.Assigned)
        .Then((w, t) => w.Complete(t, Disposition), TicketState.WrappingUp);

    /// <summary>Taken from <c>ann</c> while she was gone, and offered or assigned to her once more.</summary>
    private static void Reclaimed(Workspace workspace, string ticketId, string channel)
    {
        workspace.Lose(Ann);
        workspace.After(15);
        if (channel == "email")
        {
            workspace.Change(p => p.WithChannel("email", c => c with { AcceptMode = AcceptMode.Manual }));
        }

        if (workspace.State(ticketId) == TicketState.Queued)
        {
            workspace.SignIn(Ann);
        }
    }

    private static Situation Make(
        WorkspacePolicy policy, string channel, bool another, Action<Workspace> before, double startsIn = 0, double timeToLive = 0)
    {
        var workspace = Start(policy, another: false);
        before(workspace);
        var ticket = workspace.Submit(channel, startsIn: startsIn, timeToLive: timeToLive);
        if (another && workspace.State(ticket) != TicketState.Queued)
        {
            workspace.Agent("bob");
        }

        return new Situation(workspace, ticket);
    }

    private static Workspace Start(WorkspacePolicy policy, bool another)
    {
        var workspace = new Workspace(policy).Agent(Ann);
        return another ? workspace.Agent("bob") : workspace;
    }

    private Situation Then(Action<Workspace, string> step, TicketState from)
    {
        if (Workspace.State(TicketId) == from)
        {
            step(Workspace, TicketId);
        }

        return this;
    }
}
