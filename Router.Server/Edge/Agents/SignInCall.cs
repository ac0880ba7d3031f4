using System.Buffers.Text;
using System.Security.Cryptography;
using Router.Engine;
using Router.Engine.Agents;
using Router.Engine.Commands;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Access;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Agents;

/// <summary>Signs an agent in on a stream: begins his session, resumes it, or takes it over.</summary>
/// <param name="clock">The server's time.</param>
internal sealed class SignInCall(ServerClock clock)
{
    private const int MostChannels = 16;
    private const int MostLanguages = 64;
    private const int SessionIdBytes = 16;

    /// <summary>Signs in. Afterwards the stream is seated, or nobody's as before.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="writer">Its writer.</param>
    /// <returns>Why not, or null.</returns>
    public async Task<Refused?> RunAsync(Call call, V1.SignIn request, AgentStream stream, UpdateWriter writer)
    {
        var agentId = request.AgentId.Length == 0 ? call.Caller.Subject : request.AgentId;
        if (Check(call.Caller, request, agentId) is { } mistake)
        {
            return mistake;
        }

        var streams = call.Edge.Agents;
        try
        {
            var resumed = request.SessionId.Length > 0 && await ResumeAsync(call, stream, agentId, request.SessionId);
            if (!resumed)
            {
                var outcome = await BeginAsync(call, stream, agentId, request);
                if (outcome.IsRefused)
                {
                    streams.Release(stream, sessionLives: false);
                    return Refused.From(outcome);
                }
            }

            return await SeatAsync(call, stream, writer, agentId, resumed);
        }
        catch (OperationCanceledException) when (stream.End is not null)
        {
            // Nobody would hear an answer.
            return null;
        }
        catch (Exception error) when (RefusalInterceptor.Unavailable(error) is not null)
        {
            // It may have been signed in all the same.
            streams.Release(stream, sessionLives: true);
            return RefusalInterceptor.Unavailable(error);
        }
        finally
        {
            streams.SignInOver(stream);
        }
    }

    private static Refused? Check(Caller caller, V1.SignIn request, string agentId)
    {
        var check = default(ShapeCheck);
        check.Id(agentId, "sign_in.agent_id", FieldLimits.AgentId);
        check.OptionalId(request.SessionId, "sign_in.session_id", FieldLimits.SessionId);
        check.Count(request.Channels.Count, "sign_in.channels", MostChannels);
        for (var i = 0; i < request.Channels.Count && check.IsGood; i++)
        {
            check.Id(request.Channels[i], "", FieldLimits.Name);
            check.FoundIn("sign_in.channels", i);
        }

        check.Count(request.Languages.Count, "sign_in.languages", MostLanguages);
        for (var i = 0; i < request.Languages.Count && check.IsGood; i++)
        {
            check.Language(request.Languages[i], "");
            check.FoundIn("sign_in.languages", i);
        }

        check.OptionalId(request.AwayReason, "sign_in.away_reason", FieldLimits.Name);
        return check.Refused ?? (agentId == caller.Subject || caller.Is(Roles.Admin)
            ? null
            : Refused.For(
                Reason.NotAllowed,
                $"'{caller.Subject}' may sign in as himself alone, not as {Shown.Text(agentId)}.",
                ("field", "sign_in.agent_id"),
                ("expected", caller.Subject)));
    }

    private static async Task<bool> ResumeAsync(Call call, AgentStream stream, string agentId, string sessionId)
    {
        Name(call, stream, agentId, sessionId);
        var outcome = await call.ExecuteAsync(new ResumeSession(agentId, sessionId), null);
        if (outcome.IsRefused)
        {
            call.Edge.Agents.Release(stream, sessionLives: false);
        }

        return !outcome.IsRefused;
    }

    private static ValueTask<Outcome> BeginAsync(Call call, AgentStream stream, string agentId, V1.SignIn request)
    {
        var sessionId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SessionIdBytes));
        Name(call, stream, agentId, sessionId);
        var presence = request.Presence == V1.Presence.Unspecified ? Presence.Away : (Presence)request.Presence;
        return call.ExecuteAsync(
            new SignIn(agentId, sessionId, request.TakeOver, [.. request.Channels], presence, presence == Presence.Away ? request.AwayReason : "")
            {
                Languages = [.. request.Languages.Select(LanguageTag.Normalise)],
            },
            null);
    }

    private static void Name(Call call, AgentStream stream, string agentId, string sessionId)
    {
        if (!call.Edge.Agents.Name(stream, agentId, sessionId))
        {
            throw new OperationCanceledException("The stream has ended.");
        }
    }

    private async Task<Refused?> SeatAsync(Call call, AgentStream stream, UpdateWriter writer, string agentId, bool resumed)
    {
        var seating = await call.QueryAsync(engine => new Seating(engine.Agent(agentId), engine.Policy, engine.LastFact));
        if (seating.Agent is not { } agent)
        {
            call.Edge.Agents.Release(stream, sessionLives: false);
            return Refused.For(Reason.UnknownAgent, $"Agent {Shown.Text(agentId)} is no longer registered.", ("field", "sign_in.agent_id"));
        }

        var state = await SignedInState.ReadAsync(seating, resumed, call.Workspace.Id, call.Workspace.Store.Conversations, clock, call.Gone);
        writer.Begin(agent, seating.Policy);
        stream.Seat(seating.LastFact, state.Updates, state.LastMessages);
        call.Edge.Agents.Seated(stream, agent.Record.SessionId);
        return null;
    }
}
