using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Transitions;

public sealed class RunDeadlinesTests
{
    [Fact]
    public void Time_has_passed_also_when_a_slice_ends_with_the_last_thing_that_was_due()
    {
        var workspace = new Workspace();
        workspace.Submit("call", startsIn: 10);
        var end = workspace.Now + 60_000;

        Assert.False(workspace.Engine.Advance(end, most: 1));

        Assert.Equal(end, workspace.Engine.Now);
    }
}
