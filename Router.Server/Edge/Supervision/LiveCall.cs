using Router.Engine;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Wire;
using Router.Server.Statistics;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Supervision;

/// <summary>The live view as it is now.</summary>
/// <param name="clock">The server's time.</param>
internal sealed class LiveCall(ServerClock clock)
{
    /// <summary>Agents whose tickets are asked for at once, so that the workspace serves others in between.</summary>
    private const int AgentsPerQuery = 200;

    /// <summary>Agents who may be named.</summary>
    private const int MostNamed = 1_000;

    /// <summary>Reads it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.GetLiveResponse> GetAsync(Call call, V1.GetLiveRequest request)
    {
        var check = default(ShapeCheck);
        check.Count(request.AgentIds.Count, "agent_ids", MostNamed);
        check.Require();
        var (version, rows, found, alarms) = await call.Workspace.QueryStatisticsAsync(
            (engine, book) => (engine.LastFact, RowsOf(engine, book), AgentsOf(engine, request), engine.Alarms()), call.Patience, call.Gone);
        var agents = found.OfType<LiveAgent>().ToArray();
        if (agents.Length < found.Count)
        {
            var index = found.ToList().IndexOf(null);
            throw Unknown(request.AgentIds[index], index).ToException();
        }

        var answer = new V1.GetLiveResponse { ServerTime = ProtoTime.Time(clock.NowMs), Version = version, ClockSpeed = clock.Speed };
        answer.Alarms.Add(alarms.Where(a => request.Queues.Count == 0 || request.Queues.Contains(a.Key.Queue)).Select(AlarmWire.Of));
        foreach (var (row, counts) in rows)
        {
            if (request.Queues.Count == 0 || request.Queues.Contains(row.Queue))
            {
                answer.Rows.Add(LiveWire.Of(row, counts, version));
            }
        }

        foreach (var some in agents.Chunk(AgentsPerQuery))
        {
            var tickets = await call.QueryAsync(engine => Array.ConvertAll(some, a => TicketsOf(engine.Agent(a.AgentId))));
            for (var i = 0; i < some.Length; i++)
            {
                answer.Agents.Add(LiveWire.Of(some[i], tickets[i], version));
            }
        }

        return answer;
    }

    /// <summary>What an agent has or is offered, and what he has joined.</summary>
    private static IReadOnlyList<TicketRecord> TicketsOf(AgentView? agent) => agent is null ? [] : agent.Joined.Count == 0 ? agent.Tickets : [.. agent.Tickets, .. agent.Joined];

    private static List<(LiveRow Row, RollingCounts? Counts)> RowsOf(WorkspaceEngine engine, TallyBook book)
    {
        var counts = book.Rolling(engine.Now);
        return [.. engine.LiveRows().Select(r => (r, counts.Of(r.Queue, r.Channel, r.Language)))];
    }

    private static IReadOnlyList<LiveAgent?> AgentsOf(WorkspaceEngine engine, V1.GetLiveRequest request)
    {
        if (request.WithoutAgents)
        {
            return [];
        }

        if (request.AgentIds.Count == 0)
        {
            return engine.LiveAgents();
        }

        return [.. request.AgentIds.Select(engine.LiveAgent)];
    }

    private static Refused Unknown(string agentId, int index) => Refused.For(
        Reason.UnknownAgent, $"There is no agent {Shown.Text(agentId)}: take one of ListAgents.", ("field", $"agent_ids[{index}]"));
}
