using Microsoft.Extensions.Options;
using Router.Server.Outbox;

namespace Router.Server.Tests.Outbox;

public sealed class OptionsTests
{
    [Fact]
    public void Defaults_AreInOrder()
    {
        Assert.True(new RabbitMqOptionsCheck().Validate(null, new()).Succeeded);
        Assert.True(new RelayOptionsCheck().Validate(null, new()).Succeeded);
    }

    [Fact]
    public void Mistakes_AreNamedAllAtOnce_WithWhatTheyMayBe()
    {
        var broker = new RabbitMqOptionsCheck().Validate(null, new() { Host = "amqp://host:5672", Port = 70_000, Username = "", VirtualHost = "" });
        var relay = new RelayOptionsCheck().Validate(null, new() { AlarmAt = 9 });

        Assert.Equal(
            [
                "Router:Bus:RabbitMq:Host is 'amqp://host:5672': it may be a host name or IP address without a port, or empty for no broker.",
                "Router:Bus:RabbitMq:Port is 70000: it may be 1 to 65535.",
                "Router:Bus:RabbitMq:VirtualHost is empty: it may be a text.",
                "Router:Bus:RabbitMq:Username is empty: it may be a text.",
            ],
            broker.Failures!);
        Assert.Equal(["Router:Relay:AlarmAt is 9: it may be 10 to 100000000 events."], relay.Failures!);
    }

    [Fact]
    public async Task Server_WithAWrongBroker_DoesNotStart()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Infrastructure.RouterServer.StartAsync([("Router:Bus:RabbitMq:Host", "a b"), ("Router:Bus:RabbitMq:Port", "x")]));

        Assert.Contains("Router:Bus:RabbitMq:Host is 'a b'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Router:Bus:RabbitMq:Port is 'x': it may be a whole number.", error.Message, StringComparison.Ordinal);
    }
}
