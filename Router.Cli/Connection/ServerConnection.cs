using System.CommandLine;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Router.V1;

namespace Router.Cli.Connection;

/// <summary>A connection to a server, for callers of several roles.</summary>
internal sealed class ServerConnection : IDisposable
{
    private const int MostAttempts = 1_000;

    // A ticket with its texts is at most 256 KiB; the largest answers are lists of profiles and of live rows.
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly string? _token;
    private readonly string? _workspace;
    private readonly TokenMint? _mint;
    private readonly TimeProvider _time;

    private ServerConnection(Uri address, string? token, TokenMint? mint, string? workspace, bool isPatient, TimeProvider time)
    {
        Address = address;
        _workspace = workspace;
        _token = token;
        _mint = mint;
        _time = time;
        Channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, EnableMultipleHttp2Connections = true },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MostBytes,
            MaxRetryAttempts = MostAttempts,
            ServiceConfig = isPatient ? new ServiceConfig { MethodConfigs = { Repeating } } : null,
        });
        Deadline = isPatient ? PatientDeadline : DefaultDeadline;
    }

    /// <summary>How long a unary call may take that is made once.</summary>
    public static TimeSpan DefaultDeadline { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a unary call of a patient connection may take, repeats included: a server has time to be restarted.</summary>
    public static TimeSpan PatientDeadline { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The server's address.</summary>
    public Uri Address { get; }

    /// <summary>The workspace that calls must name beside their token, because the token was not made here; null = none.</summary>
    public string? NamedWorkspace => _mint is null ? _workspace : null;

    /// <summary>How long a unary call may take.</summary>
    public TimeSpan Deadline { get; }

    /// <summary>The channel, for callers that send their token themselves.</summary>
    public GrpcChannel Channel { get; }

    private static MethodConfig Repeating => new()
    {
        Names =
        {
            new MethodName { Service = TicketService.Descriptor.FullName },
            new MethodName { Service = SupervisorService.Descriptor.FullName },
        },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = MostAttempts,
            InitialBackoff = TimeSpan.FromMilliseconds(200),
            MaxBackoff = TimeSpan.FromSeconds(2),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable, StatusCode.ResourceExhausted },
        },
    };

    /// <summary>Opens the connection that the command line names. Nothing is sent before the first call.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="isPatient">Repeat unary calls that the server could not answer, until their deadline. The contract makes that safe where they
    /// carry a <c>request_id</c> or are submits.</param>
    /// <exception cref="CommandException">The address or the key cannot be used.</exception>
    public static ServerConnection Open(ParseResult parsed, bool isPatient = false)
    {
        var address = ServerOptions.AddressIn(parsed);
        var token = ServerOptions.TokenIn(parsed);
        var keyFile = ServerOptions.KeyFileIn(parsed);
        var mint = token is null && keyFile is not null ? TokenMint.FromFile(keyFile, TimeProvider.System) : null;
        return new ServerConnection(address, token, mint, ServerOptions.WorkspaceIn(parsed), isPatient, TimeProvider.System);
    }

    /// <summary>Who calls: the token given, or one made for this role.</summary>
    /// <param name="role">The role that the calls need.</param>
    /// <param name="subject">Who; for an agent his agent id.</param>
    /// <param name="source">For an adapter: its source.</param>
    public TokenSource TokenOf(Role role, string subject, string? source = null) =>
        new(_token, _mint, new TokenClaims(role, subject) { Workspace = _workspace, Source = source }, _time);

    /// <summary>Makes calls in a role.</summary>
    /// <param name="role">The role that the calls need.</param>
    /// <param name="subject">Who; for an agent his agent id.</param>
    /// <param name="source">For an adapter: its source.</param>
    public CallInvoker As(Role role, string subject, string? source = null) =>
        Channel.Intercept(new CallerInterceptor(TokenOf(role, subject, source), NamedWorkspace, Deadline, _time));

    /// <inheritdoc/>
    public void Dispose() => Channel.Dispose();
}
