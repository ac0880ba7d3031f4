using Router.AgentClient;
using Router.Testing;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

/// <summary>An address of the web, written alone, is sent as a reference.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("https://files.example/form.pdf?x=1#y", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData(" https://files.example/with-spaces-around \n", true)]
    [InlineData("see https://files.example/form.pdf", false)]
    [InlineData("https://files.example/a\nhttps://files.example/b", false)]
    [InlineData("https://bank.example@elsewhere/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("www.example", false)]
    [InlineData("https://", false)]
    public async Task Written_IsSentAsAReferenceOnlyWhereItIsAnAddressAlone(string text, bool isLink)
    {
        using var bench = InHand();
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        await stream.SignInAsync();

        bench.Type("w");
        bench.Paste(text);
        Assert.Contains(isLink ? "Enter send link" : "Enter send ", bench.Hints, StringComparison.Ordinal);
        bench.Keys(ConsoleKey.Enter);
        var asked = Assert.Single(bench.Desk.TakeRequests());
        var answering = asked.Send(session);
        var sent = await stream.NextAsync();
        stream.Done(sent, done => done.MessageNumber = 2);
        asked.After(await Eventually.DoneAsync(answering, "the answer"));

        Assert.Equal(isLink ? (text.Trim(), "") : ("", text.Trim()), (sent.Message.Reference, sent.Message.Text));
        Assert.Equal(("t-1", 1), (sent.Message.TicketId, sent.Message.AssignmentNo));
        Assert.Empty(bench.Desk.Drafts.SendingOf("t-1"));
    }

    [Fact]
    public void Reference_IsShownAsOne()
    {
        using var bench = InHand();
        var message = Told.Message("t-1", 2, "");
        message.Reference = "https://files.example/form.pdf";
        bench.Tell(new WorkUpdate { Message = message });

        Assert.Contains("→ https://files.example/form.pdf", bench.Frame, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_LongerThanAReferenceMayBe_IsText() =>
        Assert.Equal((true, false), (WebAddress.Is($"https://a.example/{new string('a', 2_030)}"), WebAddress.Is($"https://a.example/{new string('a', 2_031)}")));

    private static DeskBench InHand() =>
        new(fill: told => told.Assignments.Add(Told.Assignment("t-1", Told.Noon, "chat", Told.Message("t-1", 1, "Labas"))));
}
