using Google.Protobuf.WellKnownTypes;
using Router.AgentClient.Connection;

namespace Router.Clients.Tests.AgentClient;

public sealed class HeartbeatTests
{
    // Three intervals without an answer end a stream: long enough that a busy machine does not, where the server does answer.
    private static readonly Duration Patient = Duration.FromTimeSpan(TimeSpan.FromSeconds(1));
    private static readonly Duration Hasty = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(30));

    [Fact]
    public async Task Heartbeat_ComesAsOftenAsTheServerTells_AndKeepsTheClock()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var stream = await server.NextStreamAsync();
        var beats = 0;
        // The clock is set ahead between the sign-in and the first answer.
        stream.Clock = () => beats++ == 0 ? Told.Noon : Told.Noon.AddHours(beats);
        await stream.SignInAsync(told => told.HeartbeatInterval = Patient);

        var state = await session.UntilAsync(state => state.Time is { } time && time.Now >= Told.Noon.AddHours(3), "two answers to heartbeats");

        Assert.Equal(ConnectionPhase.SignedIn, state.Connection.Phase);
    }

    [Fact]
    public async Task SilentServer_IsLeftAndTheSessionResumed()
    {
        await using var server = await FakeAgentServer.StartAsync();
        await using var session = server.Start();
        var first = await server.NextStreamAsync();
        first.AnswersHeartbeats = false;
        await first.SignInAsync(told => told.HeartbeatInterval = Hasty);

        var waiting = await session.UntilAsync(state => state.Connection.Phase == ConnectionPhase.Waiting, "the silence is noticed");
        await (await server.NextStreamAsync()).SignInAsync();

        Assert.Equal("the server has gone silent", waiting.Connection.Why);
        await session.SignedInAsync();
    }
}
