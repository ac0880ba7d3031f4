using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Router.Server.Traces;

/// <summary>Sends what is traced to a collector, where the settings name one.</summary>
/// <param name="options">Where to.</param>
internal sealed class TraceExport(IOptions<TraceOptions> options) : IHostedService
{
    private const string ServiceName = "router";

    private TracerProvider? _provider;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var to = options.Value;
        if (to.Endpoint.Length > 0)
        {
            _provider = Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(r => r.AddService(ServiceName))
                .AddSource(TicketTraces.Name)
                .SetSampler(new TraceIdRatioBasedSampler(to.Share))
                .AddOtlpExporter(o =>
                {
                    o.Endpoint = new Uri(to.Endpoint);
                    o.Protocol = to.Protocol == TraceOptions.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
                })
                .Build();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Sends what has not left yet, for five seconds at most.
        _provider?.Dispose();
        return Task.CompletedTask;
    }
}
