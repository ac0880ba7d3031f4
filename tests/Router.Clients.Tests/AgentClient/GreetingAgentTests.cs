using System.Runtime.CompilerServices;
using Router.AgentClient;
using Router.AgentClient.Connection;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient;

/// <summary>The example of docs/agent-client.md works and is what the page shows.</summary>
public sealed class GreetingAgentTests
{
    [Fact]
    public void Page_ShowsTheWholeExample() => Assert.Contains(File.ReadAllText(Beside("GreetingAgent.cs")), File.ReadAllText(Beside("../../../docs/agent-client.md")), StringComparison.Ordinal);

    [Fact]
    public async Task Offer_IsAcceptedGreetedAndCompletedOverABreak()
    {
        await using var server = await FakeAgentServer.StartAsync();
        var work = GreetingAgent.WorkAsync(server.Address, new AgentSessionOptions { AgentId = "dana" });
        var first = await server.NextStreamAsync();
        await first.SignInAsync(told => told.Offers.Add(Told.Offer("t-1", Told.Noon)));
        Assert.NotNull((await first.NextAsync()).Accept);
        first.Break();

        var second = await server.NextStreamAsync();
        await second.SignInAsync(told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon)));
        var accept = await second.NextAsync();
        Assert.Equal("t-1", accept.Accept.TicketId);
        second.Done(accept);
        var greeting = await second.NextAsync();
        Assert.Equal("Hello, how can I help?", greeting.Message.Text);
        second.Done(greeting);
        var complete = await second.NextAsync();
        Assert.Equal("solved", complete.Complete.Disposition);
        second.Done(complete, done => done.State = TicketState.WrappingUp);
        var end = await second.NextAsync();
        Assert.NotNull(end.EndWrapUp);
        second.Done(end);
        second.End(SessionEnd.SignedOut, reconnect: false);

        var over = await Eventually.DoneAsync(work, "the end of the session");
        Assert.Equal((ConnectionPhase.Over, SessionEnd.SignedOut), (over.Phase, over.End));
    }

    private static string Beside(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, file);
}
