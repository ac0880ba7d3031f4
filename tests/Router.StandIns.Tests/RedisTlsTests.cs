using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Router.Testing;
using StackExchange.Redis;

namespace Router.StandIns.Tests;

public sealed class RedisTlsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("router-tls-");
    private string _thumbprint = "";
    private RedisProcess? _redis;

    private RedisProcess Redis => _redis ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        var certificate = Path.Combine(_folder.FullName, "redis.crt");
        var key = Path.Combine(_folder.FullName, "redis.key");
        WriteCertificate(certificate, key);
        var port = FreePort.Next();
        _redis = await RedisProcess.StartAsync(new RedisProcessOptions
        {
            Tcp = true,
            Port = port,
            Arguments =
            [
                "--port", "0", "--tls-port", $"{port}", "--tls-auth-clients", "no",
                "--tls-cert-file", certificate, "--tls-key-file", key, "--tls-ca-cert-file", certificate,
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Value_OfEightMebibytes_ComesBackWhole()
    {
        await using var connection = await ConnectAsync();
        var value = new byte[8 * 1024 * 1024];
        Random.Shared.NextBytes(value);

        await connection.GetDatabase().StringSetAsync("large", value);

        Assert.Equal(value, (byte[]?)await connection.GetDatabase().StringGetAsync("large"));
    }

    [Fact]
    public async Task Replies_ToManyParallelCallers_GoToWhoAsked()
    {
        await using var connection = await ConnectAsync();
        var database = connection.GetDatabase();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async caller =>
        {
            for (var round = 0; round < 40; round++)
            {
                Assert.Equal($"{caller}:{round}", (string?)await database.ExecuteAsync("ECHO", $"{caller}:{round}"));
            }
        }));
    }

    [Fact]
    public async Task LostConnections_UnderLoad_ComeBack()
    {
        await using var connection = await ConnectAsync();
        await using var killer = await ConnectAsync();
        var load = new RedisCounterLoad(connection.GetDatabase(), callers: 8);

        for (var round = 1; round <= 5; round++)
        {
            await load.ProgressAsync($"before loss {round}");
            await killer.GetServers()[0].ExecuteAsync("CLIENT", "KILL", "SKIPME", "yes");
        }

        await load.ProgressAsync("after the losses");
        await load.StopAsync();
        await load.AssertKeptAsync();
    }

    [Fact]
    public async Task PausedServer_WithFullBuffers_ThenKilled_IsLeftAndFoundAgain()
    {
        await using var connection = await ConnectAsync();
        var database = connection.GetDatabase();
        Redis.Pause();
        var stuck = Enumerable.Range(0, 16).Select(i => database.StringSetAsync($"stuck:{i}", new byte[1024 * 1024])).ToList();
        await Redis.Kill9Async();

        foreach (var call in stuck)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Eventually.DoneAsync(call, "an error for a call that could not be sent"));
            Assert.True(call.IsCompleted, "ended by an error of its own");
        }

        await Redis.RestartAsync();
        await Eventually.TrueAsync(() => database.StringSetAsync("after", 1), "a command after the restart");
    }

    [Fact]
    public async Task UnknownCertificate_IsRefused()
    {
        _thumbprint = "another";

        var refused = await Assert.ThrowsAsync<RedisConnectionException>(ConnectAsync);

        Assert.Equal(ConnectionFailureType.AuthenticationFailure, refused.FailureType);
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        var options = ConfigurationOptions.Parse(Redis.Endpoint);
        options.Ssl = true;
        options.AllowAdmin = true;
        options.AsyncTimeout = 1000;
        options.SyncTimeout = 1000;
        options.HeartbeatInterval = TimeSpan.FromMilliseconds(100);
        options.ReconnectRetryPolicy = new LinearRetry(50);
        options.CertificateValidation += (_, certificate, _, _) => certificate?.GetCertHashString() == _thumbprint;
        return ConnectionMultiplexer.ConnectAsync(options);
    }

    private void WriteCertificate(string certificatePath, string keyPath)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _thumbprint = certificate.GetCertHashString();
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
    }
}
