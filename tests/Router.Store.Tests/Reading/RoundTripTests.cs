using System.Text.Json;
using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Alarms;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Server.Store.Commits;
using Router.Store.Tests.Support;

namespace Router.Store.Tests.Reading;

public sealed class RoundTripTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [Fact]
    public async Task LoadAsync_AfterACommitOfEverything_GivesEveryFieldOfEveryRecord()
    {
        var workspace = await fixture.OwnAsync();
        var filled = new Filled();
        var changes = Batches.Empty with
        {
            Meta = filled.Next<MetaRecord>(),
            Tickets = [filled.Next<TicketRecord>() with { State = TicketState.WrappingUp }],
            Agents = [filled.Next<AgentRecord>()],
            WaitClasses = [filled.Next<WaitClassRecord>()],
            Policies = [filled.Next<PublishedPolicy>()],
            Customers = [filled.Next<CustomerRecord>()],
        };
        await workspace.CommitAsync(changes);

        var loaded = await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None);

        AssertSame(
            new WorkspaceRecord
            {
                Meta = changes.Meta,
                Policy = changes.Policies[0].Policy,
                Agents = [.. changes.Agents],
                Tickets = [.. changes.Tickets],
                WaitClasses = [.. changes.WaitClasses],
                Customers = [.. changes.Customers],
            },
            loaded.Record);
        Assert.Equal(1, loaded.Sequence);
        Assert.Equal(workspace.Claim.Term, loaded.Term);
    }

    [Fact]
    public async Task LoadAsync_OfARecordWithDefaultsOnly_GivesTheSame()
    {
        var workspace = await fixture.OwnAsync();
        var changes = Batches.With(Batches.Ticket("t1")) with
        {
            Agents = [new AgentRecord { Profile = new AgentProfile { Id = "anna" }, Number = 1 }],
            Policies = Batches.WithPolicies(WorkspacePolicy.Initial with
            {
                Queues = [new QueuePolicy { Name = "service", Channels = [new QueueChannel("call")] }],
            }).Policies,
        };
        await workspace.CommitAsync(changes);

        var loaded = await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None);

        AssertSame(changes.Tickets, loaded.Record.Tickets);
        AssertSame(changes.Agents, loaded.Record.Agents);
        AssertSame(changes.Policies[0].Policy, loaded.Record.Policy);
    }

    [Fact]
    public async Task LoadAsync_OfAlarms_TellsASilentLevelFromOneOfZero_AndNobodyFromSomebody()
    {
        var workspace = await fixture.OwnAsync();
        var level = new AlarmKey("service", "", AlarmFigure.ServiceLevel);
        var meta = Batches.Empty.Meta with
        {
            Alarms =
            [
                new AlarmRecord(new AlarmKey("service", "call", AlarmFigure.Waiting)) { TurnsAt = 5 },
                new AlarmRecord(level) { Since = 7, Reported = 0 },
                new AlarmRecord(level with { Queue = "desk" }) { Since = 7, Reported = 63, Taken = new AlarmTaken(new Actor(ActorKind.Supervisor, "sam"), "", 8) },
            ],
        };
        await workspace.CommitAsync(Batches.Empty with { Meta = meta });

        AssertSame(meta, (await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None)).Record.Meta);
    }

    [Fact]
    public async Task LoadAsync_AfterACustomerWasForgotten_KnowsTheOthers()
    {
        var workspace = await fixture.OwnAsync();
        CustomerRecord[] customers = [new() { Id = "dan", At = 1 }, new() { Id = "eve", At = 2 }];
        await workspace.CommitAsync(Batches.Empty with { Customers = customers });
        await workspace.CommitAsync(Batches.Empty with { ForgottenCustomers = ["dan"] });

        var loaded = await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None);

        AssertSame(customers[1..], loaded.Record.Customers);
    }

    [Fact]
    public async Task LoadAsync_OfAnEmptyWorkspace_GivesANewOne()
    {
        var workspace = await fixture.OwnAsync();

        var loaded = await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None);

        AssertSame(WorkspaceRecord.Empty, loaded.Record);
        Assert.Equal(0, loaded.Sequence);
    }

    [Fact]
    public async Task FindAsync_OfAClosedTicket_GivesEveryField()
    {
        var workspace = await fixture.OwnAsync();
        var closed = Filled.Make<TicketRecord>() with { State = TicketState.Completed };
        await workspace.CommitAsync(Batches.With(closed));

        AssertSame(closed, await workspace.Store.ClosedTickets.FindAsync(closed.Id, CancellationToken.None));
        Assert.Empty((await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None)).Record.Tickets);
    }

    [Fact]
    public async Task ReadAsync_OfAMessage_GivesEveryField()
    {
        var workspace = await fixture.OwnAsync();
        var message = Filled.Make<Message>();
        await workspace.CommitAsync(Batches.Empty with { Messages = [message] });

        AssertSame(
            new[] { message },
            await workspace.Store.Conversations.ReadAsync(message.TicketId, 0, 10, CancellationToken.None));
    }

    public static TheoryData<object?> Answers =>
    [
        null, true, false, 7, 7L, TicketState.Queued, Filled.Make<Message>(), Filled.Make<Submitted>(), Filled.Make<Submitted>() with { Place = null },
        Filled.Make<AgentView>(), new Moved(0, []), new Moved(7, [Unmoved("t-1", Reason.WrongState), Unmoved("t-2", Reason.UnknownTicket)]),
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task LoadAsync_OfAnAnswer_GivesItsValue(object? value)
    {
        var workspace = await fixture.OwnAsync();
        var request = new KeptRequest("anna", "r-1", new UInt128(1, 2), Outcome.Done(value), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await workspace.CommitAsync(Batches.Empty, [request]);

        var loaded = await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None);

        AssertSame(new[] { request }, loaded.Requests);
        Assert.Equal(value?.GetType(), loaded.Requests[0].Outcome.Value?.GetType());
    }

    [Fact]
    public async Task LoadAsync_OfARefusal_GivesReasonMessageAndMetadata()
    {
        var workspace = await fixture.OwnAsync();
        var refused = Outcome.Refused(Reason.UnknownQueue, "No queue sales.", ("field", "queue"), ("expected", "service"));
        var request = new KeptRequest("anna", "r-1", UInt128.MaxValue, refused, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await workspace.CommitAsync(Batches.Empty, [request]);

        AssertSame(new[] { request }, (await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None)).Requests);
    }

    [Fact]
    public async Task LoadAsync_OfASubmit_GivesEveryField()
    {
        var workspace = await fixture.OwnAsync();
        var submit = new KeptSubmit(new UInt128(3, 4), "t1", new byte[] { 1, 2, 3 }, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await workspace.CommitAsync(Batches.Empty, submits: [submit]);

        AssertSame(new[] { submit }, (await workspace.Store.LoadAsync(workspace.Claim, CancellationToken.None)).Submits);
    }

    private static void AssertSame<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Readable), JsonSerializer.Serialize(actual, Readable));

    private static UnmovedTicket Unmoved(string ticketId, Reason reason) =>
        new(ticketId, Outcome.Refused(reason, $"{ticketId} is left.", ("ticket_id", ticketId), ("state", "PARKED")));
}
