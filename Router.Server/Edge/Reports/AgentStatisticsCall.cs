using Router.Engine;
using Router.Engine.Policies;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Access;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Statistics;

namespace Router.Server.Edge.Reports;

/// <summary>
/// Times and counts of agents, as far as the caller may see them: an agent his own, a supervisor what the policy shows. Always in the order of
/// names, never of figures.
/// </summary>
/// <param name="clock">The server's time.</param>
internal sealed class AgentStatisticsCall(ServerClock clock)
{
    /// <summary>A team of fewer is not shown: its figures would be those of single agents.</summary>
    public const int LeastOfATeam = 5;

    /// <summary>Reads them.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.GetAgentStatisticsResponse> GetAsync(Call call, V1.GetAgentStatisticsRequest request)
    {
        var check = default(ShapeCheck);
        var time = StatisticsTime.Read(ref check, request.From, request.Until, clock.NowMs, TallySpan.AgentHour);
        check.Count(request.AgentIds.Count, "agent_ids", StatisticsCall.MostNames);
        check.Require();
        var isHimself = !call.Caller.Is(Roles.Supervisor | Roles.Admin);
        var (teams, figures) = await call.QueryAsync(engine => (TeamsOf(engine), engine.Policy.AgentFigures));
        var isNamed = isHimself || figures == AgentFigures.Named;
        if (RefusalOf(call, request, isHimself, isNamed) is { } refused)
        {
            throw refused.ToException();
        }

        var wanted = isHimself ? [call.Caller.Subject] : request.AgentIds.ToHashSet(StringComparer.Ordinal);
        var sizes = teams.Values.CountBy(t => t).ToDictionary(StringComparer.Ordinal);
        var rows = new SortedDictionary<(string Team, string Agent), AgentFiguresRow>(new RowOrder());
        await new TallyQuery(call).ReadAsync(time.Span, time.Starts, counted =>
        {
            var agentId = counted.Key.Name;
            var team = teams.GetValueOrDefault(agentId, "");
            var isShown = (wanted.Count == 0 || wanted.Contains(agentId))
                && (request.Team.Length == 0 || request.Team == team)
                && (isNamed || (figures != AgentFigures.Off && team.Length > 0 && sizes[team] >= LeastOfATeam));
            if (isShown)
            {
                var key = (team, isNamed ? agentId : "");
                if (!rows.TryGetValue(key, out var row))
                {
                    rows.Add(key, row = new AgentFiguresRow());
                }

                row.Add(counted);
            }
        });
        return new V1.GetAgentStatisticsResponse { Rows = { rows.Select(r => r.Value.ToWire(r.Key.Team, r.Key.Agent)) } };
    }

    private static Refused? RefusalOf(Call call, V1.GetAgentStatisticsRequest request, bool isHimself, bool isNamed)
    {
        for (var i = 0; i < request.AgentIds.Count; i++)
        {
            if (isHimself ? request.AgentIds[i] != call.Caller.Subject : !isNamed)
            {
                return Refused.For(
                    Reason.NotAllowed,
                    isHimself
                        ? $"'{call.Caller.Subject}' may see his own figures alone: leave agent_ids empty."
                        : "The policy's agent_figures does not show single agents: leave agent_ids empty for teams.",
                    ("field", $"agent_ids[{i}]"));
            }
        }

        return null;
    }

    private static Dictionary<string, string> TeamsOf(WorkspaceEngine engine) =>
        engine.Profiles().ToDictionary(p => p.Id, p => p.Team, StringComparer.Ordinal);

    private sealed class RowOrder : IComparer<(string Team, string Agent)>
    {
        public int Compare((string Team, string Agent) x, (string Team, string Agent) y) =>
            string.CompareOrdinal(x.Team, y.Team) is not 0 and var byTeam ? byTeam : string.CompareOrdinal(x.Agent, y.Agent);
    }
}
