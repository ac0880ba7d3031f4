using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Router.V1;

namespace Router.Clients.Tests.Cli;

/// <summary>Tells a clock that runs a thousand times faster than real time, and of one ticket why it waits and what happened to it.</summary>
internal sealed class FakeSupervision : SupervisorService.SupervisorServiceBase
{
    private const double Speed = 1_000;

    private static readonly long Started = TimeProvider.System.GetTimestamp();

    public override Task<GetLiveResponse> GetLive(GetLiveRequest request, ServerCallContext context)
    {
        var now = DemoLog.At("10:00:00") + (TimeProvider.System.GetElapsedTime(Started) * Speed);
        return Task.FromResult(new GetLiveResponse { ServerTime = now.ToTimestamp(), ClockSpeed = Speed });
    }

    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context) => Task.FromResult(new ExplainResponse
    {
        Sentence = $"{request.TicketId} waits for Hebrew.",
        Steps =
        {
            new ExplainedStep
            {
                Requirement = new() { Queue = "bank", Languages = { new LanguageRequirement { Language = "he", MinLevel = 4 } }, Skills = { new SkillLevel { Skill = "PS", Level = 2 } } },
                Open = true,
                Registered = 3,
                SignedIn = 2,
                AtCapacity = 2,
            },
            new ExplainedStep { Step = 1, Requirement = new() { Queue = "bank" }, OpensAt = DemoLog.At("10:00:30").ToTimestamp(), Registered = 9 },
        },
        Ahead = { new TicketAhead { TicketId = "T0", Queue = "bank", Channel = "call", DueAt = DemoLog.At("10:00:00").ToTimestamp() } },
        AheadCount = 4,
        Agent = request.AgentId.Length == 0 ? null : new ExplainedAgent { Sentence = $"{request.AgentId} is not signed in." },
    });

    public override Task<HistoryResponse> History(HistoryRequest request, ServerCallContext context) => Task.FromResult(new HistoryResponse
    {
        Entries = { new HistoryEntry { Time = DemoLog.At("10:00:00").ToTimestamp(), Sentence = $"{request.TicketId} entered queue bank." } },
    });

    /// <summary>Tickets without end, two on a page, numbered by the page token; first a page without any, as of closed ones there may be.</summary>
    public override Task<ListTicketsResponse> ListTickets(ListTicketsRequest request, ServerCallContext context)
    {
        var first = request.PageToken.Length == 0 ? -2 : int.Parse(request.PageToken, CultureInfo.InvariantCulture);
        var answer = new ListTicketsResponse { NextPageToken = $"{first + 2}" };
        if (first >= 0)
        {
            answer.Tickets.Add(Enumerable.Range(first, Math.Min(2, request.Limit)).Select(i => new Ticket
            {
                Id = $"T{i}",
                State = request.States.Count > 0 ? request.States[^1] : TicketState.Queued,
                StateSince = DemoLog.At("10:00:00").ToTimestamp(),
                Queue = "bank",
                Channel = "call",
                Assignment = request.AgentId.Length > 0 ? new() { AgentId = request.AgentId } : null,
                Customer = request.CustomerId.Length > 0 ? new() { Id = request.CustomerId } : null,
            }));
        }

        return Task.FromResult(answer);
    }

    /// <summary>A row for the time asked for; of more than 12 hours there are too many.</summary>
    public override Task<GetStatisticsResponse> GetStatistics(GetStatisticsRequest request, ServerCallContext context)
    {
        var until = request.Until ?? (request.From.ToDateTime() + TimeSpan.FromDays(1)).ToTimestamp();
        if (until.ToDateTime() - request.From.ToDateTime() > TimeSpan.FromHours(12))
        {
            throw Refused("TOO_LARGE");
        }

        var row = new StatisticsRow
        {
            From = request.From,
            Until = until,
            Queue = request.Queues.Count > 0 ? request.Queues[0] : "=bank",
            Entered = 4,
            SlExcludingShort = 0.75,
            SpeedOfAnswer = new() { Count = 3, Average = Duration.FromTimeSpan(TimeSpan.FromSeconds(1.5)), P50 = new(), P90 = new(), P99 = new() },
            HandleTime = new(),
            Wait = new(),
            TimeToAbandon = new(),
        };
        return Task.FromResult(new GetStatisticsResponse { Rows = { row } });
    }

    public override Task<GetAgentStatisticsResponse> GetAgentStatistics(GetAgentStatisticsRequest request, ServerCallContext context) =>
        Task.FromResult(new GetAgentStatisticsResponse
        {
            Rows =
            {
                new AgentStatisticsRow
                {
                    AgentId = "anna",
                    Team = "red, north",
                    Handled = 7,
                    Presences = { new PresenceTime { Presence = Presence.Away, AwayReason = "break", Time = new() { Seconds = 60 } } },
                    Activities = { new ActivityTime { Activity = AgentActivity.Handling, Time = new() { Seconds = 90 } } },
                },
            },
        });

    public override Task<WhatIfResponse> WhatIf(WhatIfRequest request, ServerCallContext context) => Task.FromResult(new WhatIfResponse { ReportHtml = "<p>page</p>" });

    private static RpcException Refused(string reason)
    {
        var status = new Google.Rpc.Status { Details = { Any.Pack(new Google.Rpc.ErrorInfo { Reason = reason }) } };
        return new(new Status(StatusCode.InvalidArgument, "Too many."), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }
}
