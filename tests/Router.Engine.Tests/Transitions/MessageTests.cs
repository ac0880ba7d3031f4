using Router.Engine.Commands;
using Router.Engine.Tests.Scaffold;
using Router.Engine.Tickets;

namespace Router.Engine.Tests.Transitions;

public sealed class MessageTests
{
    private static readonly MessageText Text = new("shalom", "he");

    [Fact]
    public void Messages_count_from_1_without_gaps_whoever_writes_and_across_a_reload()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        workspace.Do(new Append(chat, null, 0, Text));
        workspace.Accept(chat);
        workspace.Do(new Append(chat, "ann", 1, Text));
        workspace.Reload().Do(new Append(chat, null, 0, Text));
        Assert.Equal([1, 2, 3], workspace.Saved.Messages.Select(m => m.Number));
        Assert.Equal(
            [(MessageSender.Customer, ""), (MessageSender.Agent, "ann"), (MessageSender.Customer, "")],
            workspace.Saved.Messages.Select(m => (m.Sender, m.AgentId)));
    }

    [Fact]
    public void It_is_answered_with_the_message()
    {
        var workspace = new Workspace();
        var chat = workspace.Submit("chat");
        var message = (Message)workspace.Do(new Append(chat, null, 0, Text))!;
        Assert.Equal((chat, 1, Text, workspace.Now), (message.TicketId, message.Number, message.Text, message.At));
    }

    [Fact]
    public void The_customer_may_write_in_every_open_state()
    {
        var workspace = new Workspace().Agent("ann");
        var scheduled = workspace.Submit("chat", startsIn: 100);
        var chat = workspace.Submit("chat");
        workspace.Do(new Append(scheduled, null, 0, Text));
        workspace.Do(new Append(chat, null, 0, Text));
        workspace.Accept(chat);
        workspace.Do(new Append(chat, null, 0, Text));
        workspace.Complete(chat);
        workspace.Do(new Append(chat, null, 0, Text));
        Assert.Equal(4, workspace.Saved.Messages.Count);
    }

    [Fact]
    public void The_agent_may_write_while_he_has_it_wrap_up_included()
    {
        var workspace = new Workspace().Agent("ann").Agent("bob");
        var chat = workspace.Submit("chat");
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new Append(chat, "ann", 1, Text)));
        workspace.Accept(chat);
        Assert.Equal(Reason.NotYourAssignment, workspace.Refusal(new Append(chat, "bob", 1, Text)));
        workspace.Do(new Append(chat, "ann", 1, Text));
        workspace.Complete(chat);
        workspace.Do(new Append(chat, "ann", 1, Text));
        Assert.Equal(2, workspace.Saved.Messages.Count);
    }

    [Fact]
    public void No_text_enters_a_fact()
    {
        var workspace = new Workspace().Agent("ann");
        var chat = workspace.Submit("chat");
        var facts = workspace.Facts.Count;
        workspace.Do(new Append(chat, null, 0, Text));
        Assert.Equal(facts, workspace.Facts.Count);
    }
}
