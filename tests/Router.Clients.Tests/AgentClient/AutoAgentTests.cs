using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.Auto;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

public sealed class AutoAgentTests
{
    private const double Speed = 1_000;

    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<AutoAgentEvent> _events = new();
    private readonly long _origin = TimeProvider.System.GetTimestamp();

    private DateTimeOffset Now => Told.Noon + (TimeProvider.System.GetElapsedTime(_origin) * Speed);

    private AutoAgentOptions Options => new()
    {
        ThinkTime = TimeSpan.FromSeconds(30),
        HandleTime = HandleTimes.Constant(TimeSpan.FromMinutes(1)),
        ReplyTime = TimeSpan.FromSeconds(10),
        Told = _events.Enqueue,
    };

    [Fact]
    public async Task Offer_IsAcceptedServedForItsAttributeAndCompleted_ByTheServersClock()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var begun = Now;
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(session, Options, stop: stop.Token);
        var stream = await SignedInAsync(server);
        var offer = Told.Offer("t-1", Now.AddMinutes(20), TimeSpan.FromMinutes(20), "call");
        stream.Say(new WorkUpdate { Offer = offer });

        var accept = await stream.NextAsync();
        var assigned = Now;

        // What the agent takes for the server's time is off by half of what the sign-in took at the most.
        var off = (assigned - begun) / 2;
        var assignment = Told.Assignment("t-1", assigned, "call");
        assignment.Ticket.Attributes[HandleTimes.Attribute] = "300.5";
        stream.Say(new WorkUpdate { Assignment = assignment });
        stream.Done(accept, done => (done.AssignmentNo, done.State) = (1, TicketState.Assigned));
        var complete = await stream.NextAsync();
        var completed = Now;
        stream.Say(new WorkUpdate { Completed = new Completed { TicketId = "t-1", AssignmentNo = 1, Disposition = "solved" } });
        stream.Done(complete, done => done.State = TicketState.Completed);
        await stop.CancelAsync();
        await SignOutAsync(stream);
        var summary = await Eventually.DoneAsync(running, "the agent ends");

        Assert.Equal(1, accept.Accept.OfferNo);
        Assert.Equal(("t-1", 1, "solved"), (complete.Complete.TicketId, complete.Complete.AssignmentNo, complete.Complete.Disposition));
        Assert.True(completed - assigned >= TimeSpan.FromSeconds(300.5) - off, $"Served for {completed - assigned}, with a clock off by {off} at the most.");
        Assert.Equal((1, 1, 0), (summary.Accepted, summary.Completed, summary.Refused));
        Assert.Equal(
            [AutoAgentEventKind.Accepted, AutoAgentEventKind.Assigned, AutoAgentEventKind.CompleteAcknowledged],
            _events.Select(told => told.Kind).Order());
    }

    [Fact]
    public async Task CustomersMessages_AreAnsweredInTheirLanguageBeforeComplete()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var running = AutoAgent.RunAsync(session, Options with { HandleTime = HandleTimes.Constant(TimeSpan.FromHours(10)) });
        var letter = Told.Message("t-1", 1, "שלום");
        letter.Language = "he-IL";
        var stream = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", Now, "email", letter)));

        var confirmed = await stream.NextAsync();
        var reply = await stream.NextAsync();
        stream.Done(reply, done => done.MessageNumber = 2);
        stream.Say(new WorkUpdate { Message = Told.Message("t-1", 3, "Thanks", time: Now) });
        await stream.NextAsync(request => request.MessageConfirm);
        var second = await stream.NextAsync();
        stream.Done(second, done => done.MessageNumber = 4);
        stream.Say(new WorkUpdate { AssignmentEnded = new AssignmentEnded { TicketId = "t-1", AssignmentNo = 1 } });
        stream.End(SessionEnd.Supervisor, reconnect: false);
        var summary = await Eventually.DoneAsync(running, "the agent ends");

        Assert.Equal(1, confirmed.MessageConfirm.Number);
        Assert.Contains("תודה", reply.Message.Text, StringComparison.Ordinal);
        Assert.Equal("he-IL", reply.Message.Language);
        Assert.Contains("Thank you", second.Message.Text, StringComparison.Ordinal);
        Assert.Equal((2, 0, "signed out by a supervisor"), (summary.Written, summary.Completed, summary.End));
    }

    [Fact]
    public async Task WrapUp_AfterTheCustomerHungUp_IsEndedWithADisposition()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var running = AutoAgent.RunAsync(session, Options with { HandleTime = HandleTimes.Constant(TimeSpan.FromHours(10)) });
        var stream = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", Now, "call")));
        stream.Say(new WorkUpdate
        {
            WrapUp = new WrapUpStarted
            {
                TicketId = "t-1",
                AssignmentNo = 1,
                EndedBy = EndedBy.Customer,
                Kind = WrapUpKind.Timed,
                Until = Timestamp.FromDateTimeOffset(Now.AddHours(1)),
            },
        });

        var complete = await stream.NextAsync();

        Assert.Equal("solved", complete.Complete.Disposition);
        stream.End(SessionEnd.Supervisor, reconnect: false);
        Assert.Equal(1, (await Eventually.DoneAsync(running, "the agent ends")).Refused);
    }

    [Fact]
    public async Task CompleteThatLeadsToWrapUp_IsEndedAfterTheTimeGiven()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(session, Options, stop: stop.Token);
        var stream = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", Now, "call")));
        var first = await stream.NextAsync();
        stream.Say(new WorkUpdate { WrapUp = new WrapUpStarted { TicketId = "t-1", AssignmentNo = 1, EndedBy = EndedBy.Agent } });
        stream.Done(first, done => done.State = TicketState.WrappingUp);

        var second = await stream.NextAsync();
        stream.Say(new WorkUpdate { Completed = new Completed { TicketId = "t-1", AssignmentNo = 1 } });
        stream.Done(second, done => done.State = TicketState.Completed);
        await stop.CancelAsync();
        await SignOutAsync(stream);

        Assert.NotNull(first.Complete);
        Assert.NotNull(second.Complete);
        Assert.Equal(1, (await Eventually.DoneAsync(running, "the agent ends")).Completed);
    }

    [Fact]
    public async Task Restart_InTheMiddle_ServesOnToTheSameEnd()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var running = AutoAgent.RunAsync(session, Options);
        var assigned = Now;
        var first = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", assigned, "call")));
        first.End(SessionEnd.ShuttingDown, reconnect: true);
        var second = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", assigned, "call")));

        var complete = await second.NextAsync();
        second.Say(new WorkUpdate { Completed = new Completed { TicketId = "t-1", AssignmentNo = 1 } });
        second.Done(complete, done => done.State = TicketState.Completed);
        second.End(SessionEnd.Supervisor, reconnect: false);
        var summary = await Eventually.DoneAsync(running, "the agent ends");

        Assert.Equal((1, 0), (summary.Completed, summary.Refused));
        Assert.Single(_events, told => told.Kind == AutoAgentEventKind.Assigned);
    }

    [Fact]
    public async Task Stop_WhereFinishingIsRefused_HandsBack()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(session, Options, stop: stop.Token);
        var stream = await SignedInAsync(server);
        await stop.CancelAsync();
        stream.Refuse(await stream.NextAsync(), Reason.NotImplemented);

        var second = await stream.NextAsync();
        stream.Done(second);
        stream.End(SessionEnd.SignedOut, reconnect: false);

        Assert.Equal(WorkInHand.HandBack, second.SignOut.WorkInHand);
        Assert.Equal("signed out", (await Eventually.DoneAsync(running, "the agent ends")).End);
    }

    [Fact]
    public async Task Stop_WithWorkInHandThatIsNeverDone_HandsItBack()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(
            session, Options with { HandleTime = HandleTimes.Constant(TimeSpan.FromDays(10)), FinishTime = AMoment }, stop: stop.Token);
        var stream = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", Now, "call")));
        await stop.CancelAsync();
        stream.Done(await stream.NextAsync());

        var second = await stream.NextAsync();
        stream.Done(second);
        stream.End(SessionEnd.SignedOut, reconnect: false);

        Assert.Equal(WorkInHand.HandBack, second.SignOut.WorkInHand);
        Assert.True((await Eventually.DoneAsync(running, "the agent ends")).SignedOut);
    }

    [Fact]
    public async Task Stop_WhereEverySignOutIsRefusedWithWorkInHand_LetsGo()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(session, Options with { HandleTime = HandleTimes.Constant(TimeSpan.FromDays(10)) }, stop: stop.Token);
        var stream = await SignedInAsync(server, told => told.Assignments.Add(Told.Assignment("t-1", Now, "call")));
        await stop.CancelAsync();
        stream.Refuse(await stream.NextAsync(), Reason.WorkInHand);
        stream.Refuse(await stream.NextAsync(), Reason.WorkInHand);

        var summary = await Eventually.DoneAsync(running, "the agent ends");

        Assert.Equal((false, "closed here"), (summary.SignedOut, summary.End));
    }

    [Fact]
    public async Task Stop_WithTheServerGone_LetsGo()
    {
        var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(session, Options with { FinishTime = AMoment, HandBackTime = AMoment }, stop: stop.Token);
        var stream = await SignedInAsync(server);
        stream.Break();
        await server.DisposeAsync();
        await stop.CancelAsync();

        Assert.False((await Eventually.DoneAsync(running, "the agent ends")).SignedOut);
    }

    [Fact]
    public async Task Stop_WhereTheServerAnswersLate_IsSignedOut()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        using var stop = new CancellationTokenSource();
        var running = AutoAgent.RunAsync(session, Options with { FinishTime = AMoment }, stop: stop.Token);
        var stream = await SignedInAsync(server);
        await stop.CancelAsync();
        var first = await stream.NextAsync();
        await stream.NextAsync(request => request.SignOut);

        stream.Done(first);
        stream.End(SessionEnd.SignedOut, reconnect: false);
        var summary = await Eventually.DoneAsync(running, "the agent ends");

        Assert.Equal((true, "signed out"), (summary.SignedOut, summary.End));
    }

    [Fact]
    public async Task NegativeTimes_AreAllNamed()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var options = new AutoAgentOptions { ThinkTime = TimeSpan.FromSeconds(-1), WrapUpTime = TimeSpan.FromSeconds(-2), HandBackTime = TimeSpan.FromSeconds(-3) };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => AutoAgent.RunAsync(session, options));

        Assert.Contains("ThinkTime", error.Message, StringComparison.Ordinal);
        Assert.Contains("HandBackTime", error.Message, StringComparison.Ordinal);
        Assert.Contains("WrapUpTime", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LogNormal_HasTheMeanAndVariationAsked()
    {
        var times = HandleTimes.LogNormal(TimeSpan.FromSeconds(180), 0.8, new Random(1));
        var drawn = Enumerable.Range(0, 50_000).Select(_ => times(new Ticket()).TotalSeconds).ToList();
        var mean = drawn.Average();
        var variation = Math.Sqrt(drawn.Average(seconds => (seconds - mean) * (seconds - mean))) / mean;

        Assert.InRange(mean, 175, 185);
        Assert.InRange(variation, 0.75, 0.85);
    }

    [Theory]
    [InlineData("12.5", 12.5)]
    [InlineData("0", 0)]
    [InlineData("-3", 60)]
    [InlineData("soon", 60)]
    [InlineData("1e99", 60)]
    public void HandleTime_OfAnAttributeThatIsNoTime_IsTheUsualOne(string attribute, double expectedSeconds)
    {
        var ticket = new Ticket { Attributes = { [HandleTimes.Attribute] = attribute } };

        Assert.Equal(expectedSeconds, HandleTimes.Of(ticket, HandleTimes.Constant(TimeSpan.FromMinutes(1))).TotalSeconds);
    }

    private async Task<FakeStream> SignedInAsync(FakeAgentServer server, Action<SignedIn>? fill = null)
    {
        var stream = await server.NextStreamAsync();
        stream.Clock = () => Now;
        await stream.SignInAsync(told =>
        {
            told.ClockSpeed = Speed;
            fill?.Invoke(told);
        });
        return stream;
    }

    private static async Task SignOutAsync(FakeStream stream)
    {
        var request = await stream.NextAsync();
        Assert.Equal(WorkInHand.Finish, request.SignOut.WorkInHand);
        stream.Done(request);
        stream.End(SessionEnd.SignedOut, reconnect: false);
    }
}
