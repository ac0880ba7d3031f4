using Router.AgentClient.Terminal;
using Router.V1;

namespace Router.Clients.Tests.AgentClient.Terminal;

public sealed class RefusedSignInTests
{
    [Fact]
    public void SignedInElsewhere_NamesTheOptionOfTheCommandLine() =>
        Assert.Contains(
            " --take-over ",
            RefusedSignIn.Text(new Refusal { Reason = Reason.SessionExists, Message = "sign in with take_over" }, "sign in with take_over"),
            StringComparison.Ordinal);

    [Fact]
    public void AnyOther_IsToldAsTheServerSaysIt() =>
        Assert.Equal("There is no agent 'x'.", RefusedSignIn.Text(new Refusal { Reason = Reason.UnknownAgent }, "There is no agent 'x'."));
}
