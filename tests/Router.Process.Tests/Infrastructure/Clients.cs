using Grpc.Core;
using Grpc.Net.Client;
using Router.Testing;
using Router.V1;

namespace Router.ProcessTests.Infrastructure;

/// <summary>Clients of a server under test, all with one admin token.</summary>
internal sealed class Clients : IDisposable
{
    private readonly GrpcChannel _channel;

    private Clients(GrpcChannel channel, string token)
    {
        _channel = channel;
        Token = token;
        Tickets = new(channel);
        Supervisors = new(channel);
        Events = new(channel);
        Headers = new Metadata { { "authorization", $"Bearer {token}" } };
    }

    public string Token { get; }

    public Metadata Headers { get; }

    public TicketService.TicketServiceClient Tickets { get; }

    public SupervisorService.SupervisorServiceClient Supervisors { get; }

    public EventService.EventServiceClient Events { get; }

    public ChannelBase Channel => _channel;

    public static async Task<Clients> OpenAsync(ServerProcess server) =>
        new(GrpcChannel.ForAddress(server.Address), await RouterCommand.TokenAsync(server, "admin", "test"));

    /// <summary>One queue <c>service</c> for calls, without wrap-up unless told, and agents <c>agent-0</c>, <c>agent-1</c>, …</summary>
    public async Task SetUpAsync(int agents, WrapUpPolicy? wrapUp = null)
    {
        await Supervisors.PutQueueAsync(
            new PutQueueRequest
            {
                RequestId = "queue",
                Queue = new QueuePolicy
                {
                    Name = "service",
                    Channels = { new QueueChannelPolicy { Channel = "call", WrapUp = wrapUp ?? new WrapUpPolicy { Kind = WrapUpKind.None } } },
                },
            },
            Headers);
        for (var agent = 0; agent < agents; agent++)
        {
            await Supervisors.PutAgentAsync(
                new PutAgentRequest { RequestId = $"agent-{agent}", Profile = new AgentProfile { AgentId = $"agent-{agent}" } }, Headers);
        }
    }

    public static SubmitRequest Call(string externalId) => new()
    {
        Source = "test",
        ExternalId = externalId,
        Channel = "call",
        Queue = "service",
    };

    /// <summary>Repeats a call until the server has answered it.</summary>
    public static async Task<T> PatientlyAsync<T>(Func<Task<T>> call, string what)
    {
        T? answer = default;
        RpcException? refusal = null;
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    answer = await call();
                    return true;
                }
                catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled)
                {
                    return false;
                }
                catch (RpcException refused)
                {
                    refusal = refused;
                    return true;
                }
            },
            what,
            TimeSpan.FromSeconds(60));
        return refusal is null ? answer! : throw refusal;
    }

    public Task<Ticket> GetAsync(string ticketId) =>
        PatientlyAsync(
            () => Tickets.GetAsync(new GetTicketRequest { TicketId = ticketId }, Headers, DateTime.MaxValue).ResponseAsync, $"ticket {ticketId}");

    public void Dispose() => _channel.Dispose();
}
