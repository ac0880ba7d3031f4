using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.States;

/// <summary>The second table of docs/states.md: what moves a ticket without a command about it.</summary>
public sealed class CircumstanceTableTests
{
    private static readonly WorkspacePolicy Policy = Rules.Standard with
    {
        Channels = [.. Rules.Standard.Channels.Select(c => c with { GraceSeconds = 15, OfferSeconds = 20, MissedLimit = 0 })],
        Queues = [Rules.Queue(Rules.Service) with { Steps = [new() { AfterMs = 10_000, DropAllSkills = true }] }],
    };

    private static readonly WorkspacePolicy Closed = Policy with { Queues = [Policy.Queues[0] with { Hours = Openings.Daily("09:00", "17:00") }] };

    /// <summary>For each line: where a ticket was before and after, once for each way.</summary>
    private static readonly Dictionary<string, Func<IEnumerable<(string From, string To)>>> Lines = new()
    {
        ["the scheduled time comes"] = () =>
        [
            Watch(new Workspace(Policy), w => w.Submit("call", startsIn: 9), w => w.After(9)),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call", startsIn: 9), w => w.After(9)),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("email", startsIn: 9), w => w.After(9)),
            Watch(new Workspace(Closed), w => w.Submit("call", startsIn: 9), w => w.After(9)),
        ],
        ["a routing step opens"] = () =>
        [
            Watch(new Workspace(Policy), w => w.Submit("call", Loans), w => w.After(10)),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call", Loans), w => w.After(10)),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("email", Loans), w => w.After(10)),
        ],
        ["an agent may take it"] = () =>
        [
            Watch(new Workspace(Policy), w => w.Submit("call"), w => w.Agent("ann")),
            Watch(new Workspace(Policy), w => w.Submit("email"), w => w.Agent("ann")),
        ],
        ["its time to live ends"] = () =>
        [
            Watch(new Workspace(Policy), w => w.Submit("call", timeToLive: 9), w => w.After(9)),
        ],
        ["the offer's time to live ends"] = () =>
        [
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call"), w => w.After(20)),
            Watch(new Workspace(Policy).Agent("ann").Agent("bob"), w => w.Submit("call"), w => w.After(20)),
        ],
        ["the offer is withdrawn"] = () =>
        [
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call"), w => w.Lose("ann")),
            Watch(new Workspace(Policy).Agent("ann").Agent("bob"), w => w.Submit("call"), w => w.Lose("ann")),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call"), w => w.Away("ann")),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call"), w => w.Register("ann", p => p with { Channels = [new("call", 1, 0)] })),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call"), w => w.Restart(5)),
            Watch(new Workspace(Policy).Agent("ann"), w => w.Submit("call"), w => w.Restart(5, sessionsLive: true)),
        ],
        ["the owner's session is gone longer than the channel's grace"] = () =>
        [
            Watch(Lost("call"), _ => "1-1", w => w.After(15)),
            Watch(Lost("call").Agent("bob"), _ => "1-1", w => w.After(15)),
            Watch(Lost("email").Agent("bob"), _ => "1-1", w => w.After(15)),
        ],
        ["the time of a parked ticket comes"] = () =>
        [
            Watch(new Workspace(Policy).Agent("ann"), w => Parked(w, "call"), w => w.After(9)),
            Watch(new Workspace(Policy).Agent("ann"), w => Parked(w, "email"), w => w.After(9)),
            Watch(new Workspace(Policy).Agent("ann"), w => Parked(w, "call"), w => SignOutAndWait(w)),
        ],
        ["wrap-up ends"] = () =>
        [
            Watch(new Workspace(Policy).Agent("ann"), WrappingUp, w => w.After(30)),
        ],
    };

    [Fact]
    public void Every_line_is_tested() => Assert.Equal(Lines.Keys, StateTable.Circumstances().Select(c => c.What));

    public static TheoryData<string> Whats() => [.. Lines.Keys];

    [Theory]
    [MemberData(nameof(Whats))]
    public void Circumstance_MovesATicket_AsTheTableSays(string what)
    {
        var (_, from, to) = StateTable.Circumstances().Single(c => c.What == what);
        var ways = Lines[what]().ToList();
        Assert.All(ways, w => Assert.Equal(from, w.From));
        Assert.Equal(to, ways.Select(w => w.To).Distinct().Order(StringComparer.Ordinal));
    }

    private static (string From, string To) Watch(Workspace workspace, Func<Workspace, string> make, Action<Workspace> happen)
    {
        var ticket = make(workspace);
        var from = Situation.Name(workspace.State(ticket));
        happen(workspace);
        return (from, Situation.Name(workspace.State(ticket)));
    }

    private static Workspace Lost(string channel)
    {
        var workspace = new Workspace(Policy).Agent("ann");
        var ticket = workspace.Submit(channel);
        if (workspace.State(ticket) == TicketState.Offered)
        {
            workspace.Accept(ticket);
        }

        workspace.Lose("ann");
        return workspace;
    }

    private static string WrappingUp(Workspace workspace)
    {
        var call = workspace.Submit("call");
        workspace.Accept(call);
        workspace.Complete(call);
        return call;
    }

    private static string Parked(Workspace workspace, string channel)
    {
        var ticket = workspace.Submit(channel);
        if (workspace.State(ticket) == TicketState.Offered)
        {
            workspace.Accept(ticket);
        }

        workspace.Park(ticket, seconds: 9);
        return ticket;
    }

    private static void SignOutAndWait(Workspace workspace)
    {
        workspace.SignOut("ann");
        workspace.After(9);
    }

    private static TicketContent Loans(TicketContent content) => content with { Skills = [new("loans", 1)] };
}
