using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Router.Server.Edge;
using Router.Server.Tests.Edge;

namespace Router.Server.Tests.Hosting;

/// <summary>Each request would cost more with the web server's log of it, which names tokens too.</summary>
public sealed class RequestLogTests(EdgeServer server) : IClassFixture<EdgeServer>
{
    [Fact]
    public void The_web_servers_log_of_requests_is_off_altogether()
    {
        var log = server.Server.Services.GetRequiredService<ILoggerFactory>().CreateLogger(EdgeServices.RequestLog);

        Assert.False(log.IsEnabled(LogLevel.Critical));
    }
}
