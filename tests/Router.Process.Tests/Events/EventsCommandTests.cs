using Router.ProcessTests.Infrastructure;
using Router.Testing;

namespace Router.ProcessTests.Events;

/// <summary>Events as the command <c>router events</c> prints them.</summary>
public sealed class EventsCommandTests
{
    [Fact]
    public async Task Who_stops_reading_ends_it_without_a_word()
    {
        await using var server = await ServerProcess.StartAsync();
        using var process = RouterCommand.Start(server, "events");
        using var guard = new ProcessGuard(process);
        Assert.NotNull(await Eventually.DoneAsync(process.StandardOutput.ReadLineAsync(), "an event"));

        process.StandardOutput.Close();
        Assert.Equal("version 2", (await RouterCommand.RunAsync(server, "policy", "rollback", "1")).LastLine);

        await Eventually.DoneAsync(process.WaitForExitAsync(), "its end");
        Assert.Equal((141, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync()));
    }
}
