using Router.Engine;
using Router.Engine.Commands;
using Router.Policies;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Supervision;

/// <summary>Puts, reads and deletes profiles.</summary>
internal static class ProfileCalls
{
    private const int MostProfiles = 1_000;

    /// <summary>Creates or replaces a profile.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.PutAgentResponse> PutAsync(Call call, V1.PutAgentRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        var profile = ProfileShape.Read(ref check, request.Profile);
        check.Require();
        var outcome = await call.ExecuteAsync(new PutAgent(profile, call.Caller.Actor), call.KeyOf(request.RequestId, request));
        return outcome.IsRefused
            ? throw Refused.From(outcome).Within("profile").ToException()
            : new V1.PutAgentResponse { Profile = ProfileWire.Of(profile), Created = outcome.Value is true };
    }

    /// <summary>One profile.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.AgentProfile> GetAsync(Call call, V1.GetAgentRequest request)
    {
        var check = default(ShapeCheck);
        check.Id(request.AgentId, "agent_id", FieldLimits.AgentId);
        check.Require();
        var agent = await call.QueryAsync(engine => engine.Agent(request.AgentId));
        return agent is not null
            ? ProfileWire.Of(agent.Record.Profile)
            : throw Refused.For(
                Reason.UnknownAgent, $"There is no agent {Shown.Text(request.AgentId)}: put his profile first.", ("field", "agent_id")).ToException();
    }

    /// <summary>All profiles, by id.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.ListAgentsResponse> ListAsync(Call call, V1.ListAgentsRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.After, "after", FieldLimits.AgentId);
        check.Range(request.Limit, "limit", 0, MostProfiles);
        check.Require();
        var limit = request.Limit == 0 ? MostProfiles : request.Limit;
        var profiles = await call.QueryAsync(engine => engine.Profiles());
        var answer = new V1.ListAgentsResponse();
        foreach (var profile in profiles)
        {
            if (string.CompareOrdinal(profile.Id, request.After) <= 0)
            {
                continue;
            }

            if (answer.Profiles.Count == limit)
            {
                answer.More = true;
                break;
            }

            answer.Profiles.Add(ProfileWire.Of(profile));
        }

        return answer;
    }

    /// <summary>Deletes a profile.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.DeleteAgentResponse> DeleteAsync(Call call, V1.DeleteAgentRequest request)
    {
        var check = default(ShapeCheck);
        check.OptionalId(request.RequestId, "request_id", FieldLimits.RequestId);
        check.Id(request.AgentId, "agent_id", FieldLimits.AgentId);
        check.Require();
        var outcome = await call.ExecuteAsync(new DeleteAgent(request.AgentId, call.Caller.Actor), call.KeyOf(request.RequestId, request));
        return outcome.IsRefused ? throw Refused.From(outcome).ToException() : new V1.DeleteAgentResponse();
    }
}
