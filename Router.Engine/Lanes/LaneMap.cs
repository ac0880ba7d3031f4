using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Lanes;

/// <summary>Finds or makes the plan of a ticket and its lanes, and keeps both within bounds.</summary>
internal static class LaneMap
{
    /// <summary>Most lanes of a workspace that tickets ask for, those aside that wait classes alone need; past it a ticket that needs another one asks as its queue does.</summary>
    public const int MostLanes = 10_000;

    private static readonly Requirement Nothing = new("", [], []);

    /// <summary>The plan for what a new ticket asks.</summary>
    public static RoutingPlan PlanFor(WorkspaceState state, TicketContent content, QueuePolicy queue)
    {
        content = content.Asked;
        var key = new PlanKey(content);
        if (state.Plans.TryGetValue(key, out var plan))
        {
            return plan;
        }

        var steps = StepCompiler.Compile(content, state.Classifier.WithSteps(queue, content.Classified));
        if (!MakeRoom(state, steps.Count))
        {
            state.Emit(new LaneLimitReached(content.Queue, Asked(state)));
            content = new TicketContent
            {
                Source = content.Source,
                ExternalId = content.ExternalId,
                Channel = content.Channel,
                Queue = content.Queue,
            };
            key = new PlanKey(content);
            if (state.Plans.TryGetValue(key, out plan))
            {
                return plan;
            }

            steps = StepCompiler.Compile(content, queue);
        }

        plan = Build(state, state.Channel(content.Channel)!, steps);
        state.Plans.Add(key, plan);
        return plan;
    }

    /// <summary>The plan that a new ticket of this content would get, or null when its steps are not these.</summary>
    public static RoutingPlan? PlanOfSteps(WorkspaceState state, TicketContent content, IReadOnlyList<RoutingStep> steps)
    {
        content = content.Asked;
        var key = new PlanKey(content);
        if (state.Plans.TryGetValue(key, out var plan))
        {
            return AreSame(plan.Saved, steps) ? plan : null;
        }

        var queue = state.Classifier.WithSteps(state.Queues[content.Queue], content.Classified);
        if (!AreSame(StepCompiler.Compile(content, queue), steps))
        {
            return null;
        }

        plan = Build(state, state.Channel(content.Channel)!, steps);
        state.Plans.Add(key, plan);
        return plan;
    }

    /// <summary>A plan of steps that were compiled before, under another policy or by another owner.</summary>
    public static RoutingPlan Build(WorkspaceState state, ChannelSlot channel, IReadOnlyList<RoutingStep> steps)
    {
        var passed = new List<Requirement>();
        var planned = new PlanStep[steps.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            if (!passed.Contains(steps[i].Requirement))
            {
                passed.Add(steps[i].Requirement);
            }

            planned[i] = new PlanStep(steps[i], LaneFor(state, channel, passed));
        }

        return new RoutingPlan(steps[0].Requirement.Queue, planned);
    }

    /// <summary>The lane of those who meet one of the requirements. It counts one more user.</summary>
    public static Lane LaneFor(WorkspaceState state, ChannelSlot channel, IReadOnlyList<Requirement> requirements)
    {
        var key = $"{channel.Name}|{string.Join('|', requirements.Select(r => r.Key))}";
        if (!state.Lanes.TryGetValue(key, out var lane))
        {
            lane = new Lane(TakeSlot(state), key, channel, [.. requirements]);
            state.LaneSlots[lane.Slot] = lane;
            state.Lanes.Add(key, lane);
            foreach (var queue in requirements.Select(r => r.Queue).Distinct())
            {
                foreach (var slot in state.AgentsByQueue.Of(queue))
                {
                    Judge(state, lane, state.AgentSlots[slot]!);
                }
            }
        }

        lane.Users++;
        return lane;
    }

    /// <summary>The lane of those who meet a requirement, for a wait class: it may be there already for tickets.</summary>
    public static Lane PoolFor(WorkspaceState state, ChannelSlot channel, Requirement requirement)
    {
        var lane = LaneFor(state, channel, [requirement]);
        lane.Pools++;
        return lane;
    }

    /// <summary>The agent's personal list of a channel.</summary>
    public static Lane PersonalFor(WorkspaceState state, ChannelSlot channel, Agent agent)
    {
        if (!state.PersonalLanes.TryGetValue((agent.Id, channel.Index), out var lane))
        {
            lane = new Lane(TakeSlot(state), $"{channel.Name}|@{agent.Id}", channel, [Nothing]) { AgentId = agent.Id };
            state.LaneSlots[lane.Slot] = lane;
            state.PersonalLanes.Add((agent.Id, channel.Index), lane);
            JudgePersonal(state, agent);
        }

        return lane;
    }

    /// <summary>Notes whether the agent may serve his own lists.</summary>
    public static void JudgePersonal(WorkspaceState state, Agent agent)
    {
        if (state.PersonalLanes.Count == 0)
        {
            return;
        }

        foreach (var channel in state.Channels)
        {
            if (state.PersonalLanes.TryGetValue((agent.Id, channel.Index), out var lane))
            {
                var serves = agent.CanEverTake(channel, state.Policy);
                agent.Lanes.Set(lane.Slot, serves);
                lane.ForgetMarks();
                lane.Eligible.Set(agent.Slot, serves);
            }
        }
    }

    /// <summary>A ticket no longer waits in a personal list; the last one closes it.</summary>
    public static void LeavePersonal(WorkspaceState state, Lane lane)
    {
        if (--lane.Users > 0)
        {
            return;
        }

        state.PersonalLanes.Remove((lane.AgentId, lane.Channel.Index));
        state.LaneSlots[lane.Slot] = null;
        state.FreeLaneSlots.Push(lane.Slot);
        if (state.Agents.TryGetValue(lane.AgentId, out var agent))
        {
            agent.Lanes.Set(lane.Slot, false);
        }
    }

    /// <summary>Notes whether an agent may serve a lane, and says whether that changed.</summary>
    public static bool Judge(WorkspaceState state, Lane lane, Agent agent)
    {
        var canTake = agent.CanEverTake(lane.Channel, state.Policy);
        var serves = canTake && Eligibility.Serves(agent.InSession, lane.Requirements);
        lane.LeaveOut(agent.Slot, !serves && canTake && agent.SessionLanguages.Count > 0 && Eligibility.Serves(agent.Profile, lane.Requirements));
        if (serves)
        {
            lane.Fits?.Put(agent.Slot, Fits.Of(agent.InSession, lane));
        }
        else
        {
            lane.Fits?.Remove(agent.Slot);
        }

        agent.Lanes.Set(lane.Slot, serves);
        lane.ForgetMarks();
        return lane.Eligible.Set(agent.Slot, serves);
    }

    /// <summary>Notes anew which lanes with tickets are live, as a policy may have changed what a channel is.</summary>
    public static void SortLanes(WorkspaceState state)
    {
        foreach (var lane in state.Lanes.Values.Concat(state.PersonalLanes.Values))
        {
            var waits = lane.Tickets.Count > 0;
            state.LiveLanes.Set(lane.Slot, waits && lane.Channel.IsLive);
            state.InterruptibleLanes.Set(lane.Slot, waits && !lane.Channel.IsLive);
        }
    }

    /// <summary>Forgets the plans, as their steps come from a policy that no longer holds. Waiting tickets keep theirs.</summary>
    public static void ForgetPlans(WorkspaceState state)
    {
        foreach (var plan in state.Plans.Values)
        {
            if (plan.Users == 0)
            {
                Release(plan);
            }
            else
            {
                plan.IsForgotten = true;
            }
        }

        state.Plans.Clear();
        DropUnusedLanes(state);
    }

    /// <summary>An open ticket follows another plan from now on, or the same one still.</summary>
    public static void Follow(Ticket ticket, RoutingPlan plan)
    {
        plan.Users++;
        Leave(ticket.Plan);
        ticket.Plan = plan;
    }

    /// <summary>An open ticket no longer follows the plan.</summary>
    public static void Leave(RoutingPlan plan)
    {
        if (--plan.Users == 0 && plan.IsForgotten)
        {
            Release(plan);
        }
    }

    /// <summary>Also in the order in which they name languages and skills, which is told though nobody is chosen by it.</summary>
    private static bool AreSame(IReadOnlyList<RoutingStep> left, IReadOnlyList<RoutingStep> right) =>
        left.SequenceEqual(right)
        && left.Zip(right).All(s =>
            s.First.Requirement.Languages.SequenceEqual(s.Second.Requirement.Languages)
            && s.First.Requirement.Skills.SequenceEqual(s.Second.Requirement.Skills));

    private static int TakeSlot(WorkspaceState state)
    {
        if (!state.FreeLaneSlots.TryPop(out var slot))
        {
            slot = state.LaneSlots.Count;
            state.LaneSlots.Add(null);
        }

        return slot;
    }

    private static bool MakeRoom(WorkspaceState state, int lanes)
    {
        if (state.Lanes.Count + lanes <= MostLanes || Asked(state) + lanes <= MostLanes)
        {
            return true;
        }

        foreach (var (key, plan) in state.Plans.Where(p => p.Value.Users == 0).ToList())
        {
            Release(plan);
            state.Plans.Remove(key);
        }

        DropUnusedLanes(state);
        return Asked(state) + lanes <= MostLanes;
    }

    // What wait classes need is bounded on its own, and must not take the room of what tickets ask.
    private static int Asked(WorkspaceState state) => state.Lanes.Values.Count(l => l.Users > l.Pools);

    private static void Release(RoutingPlan plan)
    {
        foreach (var step in plan.Steps)
        {
            step.Lane.Users--;
        }
    }

    private static void DropUnusedLanes(WorkspaceState state)
    {
        foreach (var lane in state.Lanes.Values.Where(l => l.Users == 0).ToList())
        {
            state.Lanes.Remove(lane.Key);
            state.LaneSlots[lane.Slot] = null;
            state.FreeLaneSlots.Push(lane.Slot);
            foreach (var slot in lane.Eligible.All())
            {
                state.AgentSlots[slot]!.Lanes.Set(lane.Slot, false);
            }
        }
    }
}
