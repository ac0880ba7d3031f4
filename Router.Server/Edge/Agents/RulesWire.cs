using Router.Engine.Agents;
using Router.Engine.Policies;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Agents;

/// <summary>What an agent's client needs to know of his profile and the policy, on the wire.</summary>
internal static class RulesWire
{
    /// <summary>The rules for an agent.</summary>
    /// <param name="profile">His profile.</param>
    /// <param name="policy">The policy.</param>
    public static V1.WorkRules Of(AgentProfile profile, WorkspacePolicy policy)
    {
        var rules = new V1.WorkRules { Profile = ProfileWire.Of(profile), PolicyVersion = policy.Version };
        rules.Channels.AddRange(policy.Channels.Select(ChannelWire.Of));
        rules.AwayReasons.AddRange(policy.AwayReasons.Select(Of));
        foreach (var queue in policy.Queues)
        {
            if (profile.Queues.Count == 0 || profile.Queues.Contains(queue.Name))
            {
                rules.Queues.Add(new V1.WorkQueue { Name = queue.Name, Label = queue.Label, Dispositions = { queue.Dispositions.Select(QueueWire.Of) } });
            }
        }

        return rules;
    }

    private static V1.AwayReason Of(CodeLabel reason) => new() { Code = reason.Code, Label = reason.Label };
}
