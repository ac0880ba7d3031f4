using System.Globalization;
using System.Net.Sockets;

namespace Router.Bench.EndToEnd;

/// <summary>Redis, the router and the echo server, each a process of its own, in a folder of this run.</summary>
internal sealed class ServersUnderTest : IAsyncDisposable
{
    private const string AllocatedMetric = "dotnet_gc_heap_total_allocated_bytes_total";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly List<ChildProcess> _processes = [];

    public required string Folder { get; init; }

    public required ChildProcess Redis { get; init; }

    public required ChildProcess Router { get; init; }

    public required string RouterAddress { get; init; }

    public required string HttpAddress { get; init; }

    public required string EchoAddress { get; init; }

    public required string Token { get; init; }

    public static async Task<ServersUnderTest> StartAsync(string binaries, string configuration)
    {
        var folder = Directory.CreateTempSubdirectory("router-bench-").FullName;
        var keyFile = Path.Combine(folder, "signing.key");
        await File.WriteAllTextAsync(keyFile, BenchToken.NewKey());
        var token = await BenchToken.MintAsync(Path.Combine(binaries, "Router.Cli", configuration, "router.dll"), keyFile);
        var (redisPort, grpcPort, httpPort, echoPort) = (FreePort(), FreePort(), FreePort(), FreePort());
        var redis = ChildProcess.Start("redis-server", [
            "--port", Text(redisPort), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes",
            "--appendfsync", "everysec", "--auto-aof-rewrite-min-size", "1gb", "--maxmemory-policy", "noeviction"]);
        redis.IgnoreOutput();
        await AnswersAsync(redisPort);

        var router = ChildProcess.Start(
            "dotnet",
            [Path.Combine(binaries, "Router.Server", configuration, "Router.Server.dll")],
            ("Redis__Configuration", $"127.0.0.1:{redisPort}"),
            ("Router__Listen__GrpcPort", Text(grpcPort)),
            ("Router__Listen__HttpPort", Text(httpPort)),
            ("Router__Auth__SigningKeyFile", keyFile));
        router.IgnoreOutput();
        var echo = ChildProcess.Start("dotnet", [Environment.GetCommandLineArgs()[0], "echo", "--port", Text(echoPort)]);
        echo.IgnoreOutput();
        await AnswersAsync(grpcPort);
        await AnswersAsync(echoPort);
        var servers = new ServersUnderTest
        {
            Folder = folder,
            Redis = redis,
            Router = router,
            RouterAddress = $"http://127.0.0.1:{grpcPort}",
            HttpAddress = $"http://127.0.0.1:{httpPort}",
            EchoAddress = $"http://127.0.0.1:{echoPort}",
            Token = token,
        };
        servers._processes.AddRange([echo, router, redis]);
        return servers;
    }

    /// <summary>Bytes that the router has allocated so far, by its own metrics.</summary>
    public async Task<double> AllocatedBytesAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(HttpAddress) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        var page = await http.GetStringAsync(new Uri("metrics", UriKind.Relative));
        var line = page.Split('\n').Single(l => l.StartsWith(AllocatedMetric, StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task AnswersAsync(int port)
    {
        using var patience = new CancellationTokenSource(StartPatience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
