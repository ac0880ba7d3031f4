using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Router.StandIns.Tests.Grpc.V1;

namespace Router.StandIns.Tests.Grpc;

/// <summary>The official server on Kestrel with real sockets: deadlines and cancellation are not themselves on a test server.</summary>
public sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2? _certificate;

    private EchoServer(WebApplication app, X509Certificate2? certificate, CallLog calls)
    {
        _app = app;
        _certificate = certificate;
        Calls = calls;
    }

    public CallLog Calls { get; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<EchoServer> StartAsync(bool tls = false, Action<GrpcServiceOptions>? configure = null)
    {
        var certificate = tls ? CreateCertificate() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1_000;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        var calls = new CallLog();
        builder.Services.AddSingleton(calls);
        builder.Services.AddGrpc(options => configure?.Invoke(options));
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(TokenIsNameHandler.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenIsNameHandler>(TokenIsNameHandler.Scheme, null);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGrpcService<EchoService>();
        await app.StartAsync();
        return new EchoServer(app, certificate, calls);
    }

    public GrpcChannel CreateChannel(Action<GrpcChannelOptions>? configure = null)
    {
        var options = new GrpcChannelOptions();
        if (_certificate is not null)
        {
            options.HttpHandler = new SocketsHttpHandler
            {
                SslOptions = { RemoteCertificateValidationCallback = (_, seen, _, _) => seen!.Equals(_certificate) },
            };
            options.DisposeHttpClient = true;
        }

        configure?.Invoke(options);
        return GrpcChannel.ForAddress(Address, options);
    }

    public Echo.EchoClient CreateClient(Action<GrpcChannelOptions>? configure = null) => new(CreateChannel(configure));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var start = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(start.AddDays(-1), start.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
