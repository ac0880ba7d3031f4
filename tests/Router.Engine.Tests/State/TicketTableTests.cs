using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.State;

/// <summary>Tickets are kept by a part of their ids, and found by the whole of it.</summary>
public sealed class TicketTableTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("a")]
    [InlineData("1-")]
    [InlineData("2-a")]
    [InlineData("1-A")]
    [InlineData("1-0a")]
    [InlineData("1-a ")]
    [InlineData("1-a-a")]
    [InlineData("1-0xa")]
    [InlineData("1-1000000000000000a")]
    [InlineData("01-a")]
    public void Ticket_OfAnIdThatIsNotItsOwn_IsNotFound(string id)
    {
        var workspace = new Workspace();
        string[] ids = [.. Enumerable.Range(0, 10).Select(_ => workspace.Submit("call"))];

        Assert.Equal("1-a", ids[^1]);
        Assert.NotNull(workspace.Engine.Ticket("1-a"));
        Assert.Null(workspace.Engine.Ticket(id));
    }
}
