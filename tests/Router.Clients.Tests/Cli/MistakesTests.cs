using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Router.Cli.Commands;
using Router.Testing;

namespace Router.Clients.Tests.Cli;

/// <summary>What is wrong on a command line is told in a sentence that says what would be right, never by a stack.</summary>
public sealed class MistakesTests : IDisposable
{
    private readonly string _key = Path.GetTempFileName();

    public MistakesTests() => File.WriteAllText(_key, new string('k', 40));

    public void Dispose() => File.Delete(_key);

    [Theory]
    [InlineData("--lifetime is 'x': write a time longer than nothing, such as 12:00 or 30.00:00.", "token", "admin", "--lifetime", "x")]
    [InlineData("--lifetime is '-1:00': write a time longer than nothing", "token", "admin", "--lifetime", "-1:00")]
    [InlineData("--priority is 'high': write a whole number, 0 to 9.", "submit", "chat", "--priority", "high")]
    [InlineData("--time-to-live is '1.5': write a whole number of seconds.", "submit", "chat", "--time-to-live", "1.5")]
    [InlineData("--limit is 'many': write a whole number, 1 or more.", "tickets", "--limit", "many")]
    [InlineData("--limit is '0': write a whole number, 1 or more.", "tickets", "--limit", "0")]
    [InlineData("--at is 'noon': write 2026-03-01T12:15Z.", "submit", "chat", "--at", "noon")]
    [InlineData("--at is 'noon': write 2026-03-01T12:15Z.", "reschedule", "T1", "--at", "noon")]
    [InlineData("--from is 'noon': write 2026-03-01T12:15Z.", "call-back", "T1", "+1 555", "--from", "noon")]
    [InlineData("version is 'last': write a version's number, as 'router policy versions' lists them.", "policy", "rollback", "last")]
    [InlineData("version is 'last': write a version's number", "policy", "get", "last")]
    [InlineData("--expected is 'x': write a version's number", "policy", "rollback", "1", "--expected", "x")]
    [InlineData("--every is '0': write a whole number, 1 or more.", "letters", "/nowhere", "--every", "0")]
    public async Task WrongWord_SaysWhatToWrite(string expected, params string[] args)
    {
        var (exit, errors) = await RunAsync(args);

        Assert.Equal(1, exit);
        Assert.StartsWith(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortOfTheDashboard_IsNamed()
    {
        await using var web = await StartAsync(HttpProtocols.Http1);

        var (exit, errors) = await RunAsync("get", "T1", "--server", web.Urls.Single());

        Assert.Equal(1, exit);
        Assert.Equal(
            $"router: What answers at {web.Urls.Single()}/ does not speak gRPC: it may be the dashboard's port. "
            + "Name the port for gRPC with --server (the server's Router:Listen:GrpcPort, normally 7600).\n",
            errors);
    }

    [Fact]
    public async Task Https_WhereThereIsNoTls_SaysSo()
    {
        await using var web = await StartAsync(HttpProtocols.Http2);
        var address = web.Urls.Single();

        var (exit, errors) = await RunAsync("get", "T1", "--server", address.Replace("http:", "https:", StringComparison.Ordinal));

        Assert.Equal(1, exit);
        Assert.Contains($"does not speak gRPC over TLS: write {address}, or name another port with --server", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_ThatCannotBeWritten_IsToldWithoutAStack()
    {
        await using var full = new FullDisk();
        using var errors = new StringWriter { NewLine = "\n" };

        var exit = await RouterCommand.RunAsync(["token", "admin", "--key-file", _key], full, errors);

        Assert.Equal((1, "router: No space left on device.\n"), (exit, errors.ToString()));
    }

    private static async Task<WebApplication> StartAsync(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }

    private async Task<(int Exit, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = await Eventually.DoneAsync(RouterCommand.RunAsync([.. args, "--key-file", _key], output, errors), $"router {string.Join(' ', args)}");
        return (exit, errors.ToString());
    }

    private sealed class FullDisk : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new IOException("No space left on device.");
    }
}
