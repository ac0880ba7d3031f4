using System.Collections.Immutable;
using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Router.V1;

namespace Router.Bench.EndToEnd;

/// <summary>
/// The limit to hold the router against: bare gRPC services without interceptors, routing or store that answer the same client with
/// messages of the same bytes. Each submit is offered to the next agent in turn.
/// </summary>
internal static class EchoServer
{
    public static async Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(port, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.Http2.MaxStreamsPerConnection = 5_000;
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<EchoAgents>();
        var app = builder.Build();
        app.MapGrpcService<EchoTickets>();
        app.MapGrpcService<EchoWork>();
        await app.RunAsync();
    }

    /// <summary>The agents' streams in turn.</summary>
    internal sealed class EchoAgents
    {
        private ImmutableArray<EchoStream> _streams = [];
        private long _tickets;

        public void Join(EchoStream stream) => ImmutableInterlocked.Update(ref _streams, s => s.Add(stream));

        public void Leave(EchoStream stream) => ImmutableInterlocked.Update(ref _streams, s => s.Remove(stream));

        public SubmitResponse Take(SubmitRequest request)
        {
            var number = Interlocked.Increment(ref _tickets);
            var streams = _streams;
            return streams[(int)(number % streams.Length)].Offer(request, $"19a7c3d2e41-{number:x}");
        }
    }

    /// <summary>One agent's stream: answers with as many bytes as the router does.</summary>
    internal sealed class EchoStream
    {
        private const string AgentId = "agent-42";

        private readonly Channel<WorkUpdate> _updates =
            System.Threading.Channels.Channel.CreateUnbounded<WorkUpdate>(new UnboundedChannelOptions { SingleReader = true });

        private Ticket? _offered;

        public ChannelReader<WorkUpdate> Updates => _updates.Reader;

        public SubmitResponse Offer(SubmitRequest request, string id)
        {
            var now = Now;
            var ticket = new Ticket
            {
                Id = id,
                State = TicketState.Offered,
                Source = request.Source,
                ExternalId = request.ExternalId,
                Channel = request.Channel,
                Queue = request.Queue,
                Skills = { request.Skills },
                Customer = request.Customer,
                Subject = request.Subject,
                Attributes = { request.Attributes },
                ArrivedAt = now,
                EnteredAt = now,
                DueAt = now,
                StateSince = now,
                PromiseTold = Duration.FromTimeSpan(TimeSpan.FromSeconds(20)),
                LastOfferNo = 1,
                Offers = { new OpenOffer { OfferNo = 1, AgentId = AgentId, MadeAt = now, ExpiresAt = now } },
            };
            Volatile.Write(ref _offered, ticket);
            _updates.Writer.TryWrite(new WorkUpdate
            {
                Offer = new Offer
                {
                    Ticket = ticket,
                    OfferNo = 1,
                    Kind = OfferKind.Assignment,
                    ExpiresAt = now,
                    TimeToLive = Duration.FromTimeSpan(TimeSpan.FromSeconds(20)),
                },
            });

            return new SubmitResponse
            {
                TicketId = id,
                CapabilityToken = "c4a1f8e07b9d4c3e8f6a5b",
                Created = true,
                State = TicketState.Offered,
                Waiting = new WaitingTime { Position = 1, Confidence = Confidence.Low },
                ArrivedAt = now,
            };
        }

        public void Answer(WorkRequest request)
        {
            switch (request.RequestCase)
            {
                case WorkRequest.RequestOneofCase.Heartbeat:
                    _updates.Writer.TryWrite(new WorkUpdate { Heartbeat = new HeartbeatAnswer() });
                    return;
                case WorkRequest.RequestOneofCase.Accept:
                    _updates.Writer.TryWrite(new WorkUpdate { Assignment = Assign(request.Accept.TicketId) });
                    break;
                case WorkRequest.RequestOneofCase.Complete:
                    _updates.Writer.TryWrite(new WorkUpdate { Completed = new Completed { TicketId = request.Complete.TicketId, AssignmentNo = 1 } });
                    break;
            }

            _updates.Writer.TryWrite(new WorkUpdate
            {
                Done = new Done { RequestId = request.RequestId, State = TicketState.Assigned, AssignmentNo = 1 },
            });
        }

        public void End() => _updates.Writer.Complete();

        private static Timestamp Now => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

        private Assignment Assign(string ticketId)
        {
            var now = Now;
            var ticket = Volatile.Read(ref _offered)!.Clone();
            ticket.Id = ticketId;
            ticket.State = TicketState.Assigned;
            ticket.LastAssignmentNo = 1;
            ticket.Offers.Clear();
            ticket.Assignment = new CurrentAssignment { AssignmentNo = 1, AgentId = AgentId, AssignedAt = now };
            return new Assignment
            {
                Ticket = ticket,
                AssignmentNo = 1,
                AssignedAt = now,
                History =
                {
                    new HistoryEntry { Time = now, Action = HistoryAction.Entered },
                    new HistoryEntry { Time = now, Action = HistoryAction.Offered, AgentId = AgentId, OfferNo = 1 },
                    new HistoryEntry { Time = now, Action = HistoryAction.Assigned, AgentId = AgentId, AssignmentNo = 1 },
                },
            };
        }
    }

    private sealed class EchoTickets(EchoAgents agents) : TicketService.TicketServiceBase
    {
        public override Task<SubmitResponse> Submit(SubmitRequest request, ServerCallContext context) => Task.FromResult(agents.Take(request));

        public override async Task SubmitStream(
            IAsyncStreamReader<SubmitStreamRequest> requestStream, IServerStreamWriter<SubmitStreamResponse> responseStream, ServerCallContext context)
        {
            while (await requestStream.MoveNext(context.CancellationToken))
            {
                var request = requestStream.Current;
                await responseStream.WriteAsync(new SubmitStreamResponse { Tag = request.Tag, Accepted = agents.Take(request.Submit) });
            }
        }
    }

    private sealed class EchoWork(EchoAgents agents) : AgentService.AgentServiceBase
    {
        public override async Task Work(
            IAsyncStreamReader<WorkRequest> requestStream, IServerStreamWriter<WorkUpdate> responseStream, ServerCallContext context)
        {
            var stream = new EchoStream();
            agents.Join(stream);
            var writing = WriteAsync(stream.Updates, responseStream);
            while (await requestStream.MoveNext(context.CancellationToken))
            {
                stream.Answer(requestStream.Current);
            }

            agents.Leave(stream);
            stream.End();
            await writing;
        }

        private static async Task WriteAsync(ChannelReader<WorkUpdate> updates, IServerStreamWriter<WorkUpdate> stream)
        {
            await foreach (var update in updates.ReadAllAsync())
            {
                await stream.WriteAsync(update);
            }
        }
    }
}
