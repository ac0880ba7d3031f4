using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Scaffold;

/// <summary>
/// A workspace under test: commands as one-liners, time in seconds, all facts at hand. Each command is done at the present
/// time, must succeed unless it is tried by <see cref="Try"/>, and its changes are saved at once.
/// </summary>
internal sealed class Workspace
{
    private readonly double _clockSpeed;
    private int _submitted;
    private int _sessions;

    public Workspace(WorkspacePolicy? policy = null, double clockSpeed = 1)
    {
        _clockSpeed = clockSpeed;
        Engine = new WorkspaceEngine(WorkspaceRecord.Empty, clockSpeed);
        Engine.StartOwner(1, Now);
        Do(new ChangePolicy(_ => policy ?? Rules.Standard));
    }

    public WorkspaceEngine Engine { get; private set; }

    public SavedWorkspace Saved { get; } = new();

    /// <summary>Engine time, ms; only <see cref="After"/> moves it.</summary>
    public long Now { get; private set; } = 1_800_000_000_000;

    public IReadOnlyList<Fact> Facts => Saved.Facts;

    public object? Do(Command command)
    {
        var outcome = Try(command);
        Assert.False(outcome.IsRefused, $"{command} was refused: {outcome.Reason}, {outcome.Message}");
        return outcome.Value;
    }

    /// <summary>The reason a command is refused for, which must change nothing.</summary>
    public Reason Refusal(Command command)
    {
        var facts = Facts.Count;
        var messages = Saved.Messages.Count;
        var outcome = Try(command);
        Assert.True(outcome.IsRefused, $"{command} was not refused.");
        Assert.Equal((facts, messages), (Facts.Count, Saved.Messages.Count));
        Assert.NotEmpty(outcome.Message);
        return outcome.Reason;
    }

    public Outcome Try(Command command)
    {
        var outcome = Engine.Apply(command, Now);
        Save();
        return outcome;
    }

    /// <summary>Lets seconds pass.</summary>
    public Workspace After(double seconds)
    {
        Now += (long)(seconds * 1_000);
        while (Engine.Advance(Now))
        {
        }

        Save();
        return this;
    }

    /// <summary>Goes on from what was saved, as after a crash, without an owner's start.</summary>
    public Workspace Reload()
    {
        Engine = new WorkspaceEngine(Saved.Load(), _clockSpeed);
        return this;
    }

    /// <summary>The router was away for so many seconds and starts again from what was saved.</summary>
    public Workspace Restart(double seconds, bool sessionsLive = false)
    {
        Now += (long)(seconds * 1_000);
        Reload();
        Engine.StartOwner(2, Now, sessionsLive);
        Save();
        return this;
    }

    /// <summary>Registers an agent; queues, skills and languages as asked.</summary>
    public Workspace Register(string id, Func<AgentProfile, AgentProfile>? change = null)
    {
        var profile = new AgentProfile { Id = id };
        Do(new PutAgent(change is null ? profile : change(profile)));
        return this;
    }

    /// <summary>Registers an agent who signs in and is available.</summary>
    public Workspace Agent(string id, Func<AgentProfile, AgentProfile>? change = null)
    {
        Register(id, change);
        SignIn(id);
        return this;
    }

    public AgentView SignIn(string id, bool takeOver = false, Presence presence = Presence.Available, params string[] channels) =>
        (AgentView)Do(new SignIn(id, $"s{++_sessions}", takeOver, channels, presence))!;

    public void Away(string id, bool atOnce = false) => Do(new SetPresence(id, Presence.Away, "break", atOnce));

    public void Available(string id) => Do(new SetPresence(id, Presence.Available, "", AtOnce: false));

    public void Lose(string id) => Do(new LoseSession(id, View(id).Record.SessionId, Now));

    public void Resume(string id) => Do(new ResumeSession(id, View(id).Record.SessionId));

    public void SignOut(string id, WorkInHand workInHand = WorkInHand.Refuse) =>
        Do(new SignOut(id, View(id).Record.SessionId, workInHand));

    /// <summary>A new ticket; its id.</summary>
    public string Submit(string channel, Func<TicketContent, TicketContent>? change = null, double startsIn = 0, double timeToLive = 0)
    {
        var content = new TicketContent
        {
            Source = "test",
            ExternalId = $"{++_submitted}",
            Channel = channel,
            Queue = Rules.Service,
        };
        var command = new Submit(
            change is null ? content : change(content),
            StartsAt: startsIn > 0 ? Now + (long)(startsIn * 1_000) : 0,
            TimeToLiveMs: (long)(timeToLive * 1_000));
        return ((Submitted)Do(command)!).TicketId;
    }

    /// <summary>The agent of the ticket's open offer accepts it.</summary>
    public void Accept(string ticketId) => Do(new Accept(Ticket(ticketId).AgentId, ticketId, Ticket(ticketId).OfferNo));

    /// <summary>A new call, accepted by whoever it is offered to.</summary>
    public string Answered(Func<TicketContent, TicketContent>? change = null)
    {
        var call = Submit("call", change);
        Accept(call);
        return call;
    }

    public void Decline(string ticketId) => Do(new Decline(Ticket(ticketId).AgentId, ticketId, Ticket(ticketId).OfferNo, ""));

    /// <summary>The owner of the ticket completes it.</summary>
    public void Complete(string ticketId, string disposition = "") =>
        Do(new Complete(Ticket(ticketId).AgentId, ticketId, Ticket(ticketId).AssignmentNo, disposition, ""));

    /// <summary>The owner of the ticket parks it until the customer answers, or for so many seconds.</summary>
    public void Park(string ticketId, double seconds = 0, bool untilAnswer = false) => Do(new Park(
        Ticket(ticketId).AgentId,
        ticketId,
        Ticket(ticketId).AssignmentNo,
        seconds > 0 ? Now + (long)(seconds * 1_000) : 0,
        untilAnswer,
        "noted"));

    /// <summary>The customer writes.</summary>
    public void Write(string ticketId) => Do(new Append(ticketId, null, 0, new MessageText("hello", "")));

    public void End(string ticketId) => Do(new End(ticketId));

    public void Change(Func<WorkspacePolicy, WorkspacePolicy> change) => Do(new ChangePolicy(change));

    public AgentView View(string agentId) => Engine.Agent(agentId)!;

    /// <summary>A ticket, open or closed.</summary>
    public TicketRecord Ticket(string ticketId) => Engine.Ticket(ticketId) ?? Saved.Closed[ticketId];

    public TicketState State(string ticketId) => Ticket(ticketId).State;

    /// <summary>Whose offer or assignment the ticket is; empty while it waits.</summary>
    public string Holder(string ticketId) => Ticket(ticketId).AgentId;

    /// <summary>The facts of one kind, oldest first.</summary>
    public List<T> FactsOf<T>()
        where T : Fact => [.. Facts.OfType<T>()];

    /// <summary>What agents were given so far, oldest first, as <c>ticket &gt; agent</c>: offers and assignments without one.</summary>
    public List<string> Given() =>
    [
        .. Facts.Select(f => f switch
        {
            OfferMade made => $"{made.TicketId} > {made.AgentId}",
            TicketAssigned { OfferNo: 0 } assigned => $"{assigned.TicketId} > {assigned.AgentId}",
            _ => "",
        }).Where(g => g.Length > 0),
    ];

    private void Save() => Saved.Write(Engine.TakeChanges());
}
