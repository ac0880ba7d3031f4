using Router.Engine.Agents;
using Router.Engine.Lanes;
using Router.Engine.Policies;
using Router.Engine.Tickets;

namespace Router.Engine.Advice;

/// <summary>What is legal in a policy and foolish all the same.</summary>
public static class PolicyAdvice
{
    /// <summary>Everything that is foolish in a policy without mistakes.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="profiles">The registered agents.</param>
    public static IEnumerable<PolicyWarning> Of(WorkspacePolicy policy, IReadOnlyCollection<AgentProfile> profiles) =>
        policy.Queues
            .SelectMany((queue, i) => ShortTargets(policy, queue, $"queues[{i}]").Concat(Unserved(queue, profiles, $"queues[{i}]")).Concat(Unknown(policy, queue, $"queues[{i}]"))
                .Concat(AlarmAdvice.Of(queue, profiles, $"queues[{i}]")))
            .Concat(RuleAdvice.Of(policy))
            .Concat(Care(policy));

    private static IEnumerable<PolicyWarning> ShortTargets(WorkspacePolicy policy, QueuePolicy queue, string path)
    {
        foreach (var (i, own) in queue.Channels.Index())
        {
            var channel = policy.Channels.First(c => c.Name == own.Channel);
            var target = own.TargetSeconds ?? channel.TargetSeconds;
            var offer = own.OfferSeconds ?? channel.OfferSeconds;
            if (channel.AcceptMode == AcceptMode.Manual && target < offer)
            {
                yield return new(
                    $"{path}.channels[{i}].target",
                    $"A ticket of '{own.Channel}' is due after {target} s and an offer stands for {offer} s: one missed offer makes it late. Give it a longer target or a shorter offer.");
            }
        }
    }

    private static IEnumerable<PolicyWarning> Care(WorkspacePolicy policy)
    {
        if (policy.AgentCare is { HardAfterSeconds: > 0, BreatherSeconds: 0 })
        {
            yield return new(
                "workspace.agent_care.hard_after",
                "A ticket that is handled for long counts as hard, and nobody rests after a hard one. Give agents a breather, or leave hard_after out.");
        }
    }

    private static IEnumerable<PolicyWarning> Unknown(WorkspacePolicy policy, QueuePolicy queue, string path)
    {
        if (QueueStep.KnownAgentMs(queue.Steps) > 0 && policy.CustomerMemorySeconds == 0)
        {
            yield return new(
                $"{path}.steps[0].known_agent",
                $"Queue '{queue.Name}' waits for who knows the customer, and nobody is remembered: only agents named at submit count. Give the workspace a customer_memory.");
        }
    }

    private static IEnumerable<PolicyWarning> Unserved(QueuePolicy queue, IReadOnlyCollection<AgentProfile> profiles, string path)
    {
        if (!profiles.Any(p => Eligibility.ServesQueue(p, queue.Name)))
        {
            yield return new(path, $"No registered agent serves queue '{queue.Name}': register one, or leave the queue out.");
            yield break;
        }

        // The queue's own requirement, which every ticket of it has at the least, and what each step makes of it.
        var plain = new TicketContent { Source = "", ExternalId = "", Channel = "", Queue = queue.Name };
        if (!StepCompiler.Compile(plain, queue with { Steps = [] }).Exists(s => profiles.Any(p => Eligibility.Serves(p, s.Requirement))))
        {
            yield return new(path, $"No registered agent has what queue '{queue.Name}' asks of every ticket: its tickets wait for a step.");
        }

        foreach (var (i, step) in queue.Steps.Index())
        {
            var last = StepCompiler.Compile(plain, queue with { Steps = [step] })[^1];
            if (!profiles.Any(p => Eligibility.Serves(p, last.Requirement)))
            {
                yield return new($"{path}.steps[{i}]", $"No registered agent could serve a ticket of queue '{queue.Name}' in this step.");
            }
        }
    }
}
