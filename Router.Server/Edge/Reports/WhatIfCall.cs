using Google.Protobuf.WellKnownTypes;
using Router.Engine;
using Router.Engine.Agents;
using Router.Policies;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Supervision;
using Router.Server.Store.Envelopes;
using Router.Server.Store.Reading;
using Router.Server.WhatIf;
using SimulationException = Router.Simulator.Play.SimulationException;

namespace Router.Server.Edge.Reports;

/// <summary>Plays recorded traffic again under another policy or with other staff.</summary>
/// <param name="desk">Answers one after the other.</param>
/// <param name="clock">The server's time.</param>
internal sealed class WhatIfCall(WhatIfDesk desk, ServerClock clock)
{
    private const long MostMs = TimeSpan.MillisecondsPerDay;
    private const int MostAdded = 100;
    private const int MostLeftOut = 1_000;

    /// <summary>Answers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public async Task<V1.WhatIfResponse> AnswerAsync(Call call, V1.WhatIfRequest request)
    {
        var (from, until) = ReadTime(request);
        CheckCounts(request);
        var added = ReadAdded(request);
        var found = new ShapeMistakes();
        var changed = request.Policy is null ? null : PolicyShape.Read(request.Policy, found);
        if (changed is not null && await PublishCalls.MistakesAsync(call, changed, found) is { Count: > 0 } problems)
        {
            return new V1.WhatIfResponse { Problems = { problems } };
        }

        var (present, profiles) = await call.QueryAsync(engine => (engine.Policy, engine.Profiles()));
        var question = new WhatIfQuestion(
            from, until, present, changed ?? present, profiles, added, request.WithoutAgents.ToHashSet(StringComparer.Ordinal));
        CheckLeftOut(request, question);
        return Of(await AnswerAsync(call, question), question);
    }

    private async Task<WhatIfAnswer> AnswerAsync(Call call, WhatIfQuestion question)
    {
        var kept = await KeptAsync(call, question.From);
        try
        {
            return await desk.AnswerAsync(call.Workspace, question, kept, call.Gone)
                ?? throw Refused.For(
                    Reason.TooLarge, $"More than {WhatIfDesk.MostVisits} tickets entered queues in that time: ask for a shorter one.", ("field", "from")).ToException();
        }
        catch (SimulationException wrong)
        {
            throw Refused.For(Reason.InvalidRequest, $"It cannot be simulated: {wrong.Message}", ("field", "add_agents")).ToException();
        }
    }

    private static async Task<EventRange> KeptAsync(Call call, long from)
    {
        var log = call.Workspace.Store.Events;
        var kept = await log.RangeAsync(call.Gone)
            ?? throw Refused.For(Reason.OutOfRange, "Nothing has been recorded yet.", ("field", "from")).ToException();
        if (kept.Oldest.Number > 1
            && await log.ReadAsync(kept.Oldest.Number, 1, call.Gone) is [var oldest, ..]
            && oldest.Time.ToDateTimeOffset().ToUnixTimeMilliseconds() > from)
        {
            throw Refused.For(Reason.OutOfRange, $"'from' is {ProtoTime.Time(from)}; events are kept from {oldest.Time} on.", ("field", "from")).ToException();
        }

        return kept;
    }

    private (long From, long Until) ReadTime(V1.WhatIfRequest request)
    {
        var check = default(ShapeCheck);
        var now = clock.NowMs;
        var from = Time(ref check, "from", request.From);
        var until = request.Until is null ? now : Math.Min(now, Time(ref check, "until", request.Until));
        if (check.IsGood && (from >= until || until - from > MostMs))
        {
            check.Fail(
                Reason.OutOfRange, "from", $"is {request.From}, with until {request.Until?.ToString() ?? "absent"}", "before until and now, and at most a day before it");
        }

        check.Require();
        return (from, until);
    }

    private static void CheckCounts(V1.WhatIfRequest request)
    {
        var check = default(ShapeCheck);
        check.Count(request.WithoutAgents.Count, "without_agents", MostLeftOut);
        check.Count(request.AddAgents.Count, "add_agents", MostAdded);
        check.Require();
    }

    private static long Time(ref ShapeCheck check, string field, Timestamp? at)
    {
        if (at is not null && Times.ToMilliseconds(at) is { } ms)
        {
            return ms;
        }

        check.Fail(Reason.InvalidRequest, field, at is null ? "is missing" : "is no time", "a time of at most a day");
        return 0;
    }

    private static List<AgentProfile> ReadAdded(V1.WhatIfRequest request)
    {
        var (added, names) = (new List<AgentProfile>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (i, profile) in request.AddAgents.Index())
        {
            var check = default(ShapeCheck);
            added.Add(ProfileShape.Read(ref check, profile));
            if (!names.Add(profile.AgentId))
            {
                check.Fail(Reason.InvalidRequest, "profile.agent_id", $"is {Shown.Text(profile.AgentId)} once more", "each agent once");
            }

            if (check.Mistake is { } mistake)
            {
                var refused = Refused.From(mistake);
                throw refused.At($"add_agents[{i}].{refused.Metadata["field"]["profile.".Length..]}").ToException();
            }
        }

        return added;
    }

    private static void CheckLeftOut(V1.WhatIfRequest request, WhatIfQuestion question)
    {
        var known = question.Profiles.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, id) in request.WithoutAgents.Index())
        {
            if (!known.Contains(id))
            {
                throw Refused.For(
                    Reason.UnknownAgent, $"There is no agent {Shown.Text(id)} to leave out.", ("field", $"without_agents[{i}]")).ToException();
            }
        }
    }

    private static V1.WhatIfResponse Of(WhatIfAnswer answer, WhatIfQuestion question) => new()
    {
        Recorded = { WhatIfWire.Rows(answer.Recorded, question) },
        Replayed = { WhatIfWire.Rows(answer.Replayed, question) },
        Simulated = { WhatIfWire.Rows(answer.Changed, question) },
        ReportHtml = answer.Report,
    };
}
