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
        private ImmutableArray<ChannelWriter<WorkUpdate>> _streams = [];
        private long _tickets;

        public void Join(ChannelWriter<WorkUpdate> stream) => ImmutableInterlocked.Update(ref _streams, s => s.Add(stream));

        public void Leave(ChannelWriter<WorkUpdate> stream) => ImmutableInterlocked.Update(ref _streams, s => s.Remove(stream));

        public SubmitResponse Take(SubmitRequest request)
        {
            var number = Interlocked.Increment(ref _tickets);
            var id = $"19a7c3d2e41-{number:x}";
            var now = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
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
                LastOfferNo = 1,
            };
            var streams = _streams;
            streams[(int)(number % streams.Length)].TryWrite(new WorkUpdate
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
                CapabilityToken = "c4a1f8e07b9d4c3e8f6a5b2d1c0e9f8a7b6c5d4e3f2",
                Created = true,
                State = TicketState.Offered,
                Waiting = new WaitingTime { Position = 1, Confidence = Confidence.Low },
                ArrivedAt = now,
            };
        }
    }

    private sealed class EchoTickets(EchoAgents agents) : TicketService.TicketServiceBase
    {
        public override Task<SubmitResponse> Submit(SubmitRequest request, ServerCallContext context) => Task.FromResult(agents.Take(request));

        public override async Task SubmitStream(
            IAsyncStreamReader<SubmitStreamRequest> requestStream,
            IServerStreamWriter<SubmitStreamResponse> responseStream,
            ServerCallContext context)
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
            var updates = System.Threading.Channels.Channel.CreateUnbounded<WorkUpdate>(new UnboundedChannelOptions { SingleReader = true });
            agents.Join(updates.Writer);
            var writing = WriteAsync(updates.Reader, responseStream);
            Ticket? offered = null;
            while (await requestStream.MoveNext(context.CancellationToken))
            {
                var request = requestStream.Current;
                offered = request.Accept is { } accept ? new Ticket { Id = accept.TicketId, Subject = "A question about the last bill" } : offered;
                foreach (var update in Answers(request, offered))
                {
                    updates.Writer.TryWrite(update);
                }
            }

            agents.Leave(updates.Writer);
            updates.Writer.Complete();
            await writing;
        }

        private static IEnumerable<WorkUpdate> Answers(WorkRequest request, Ticket? ticket)
        {
            switch (request.RequestCase)
            {
                case WorkRequest.RequestOneofCase.Heartbeat:
                    yield return new WorkUpdate { Heartbeat = new HeartbeatAnswer() };
                    yield break;
                case WorkRequest.RequestOneofCase.Accept:
                    yield return new WorkUpdate { Assignment = new Assignment { Ticket = ticket, AssignmentNo = 1 } };
                    break;
                case WorkRequest.RequestOneofCase.Complete:
                    yield return new WorkUpdate { Completed = new Completed { TicketId = request.Complete.TicketId, AssignmentNo = 1 } };
                    break;
            }

            yield return new WorkUpdate { Done = new Done { RequestId = request.RequestId, State = TicketState.Assigned, AssignmentNo = 1 } };
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
