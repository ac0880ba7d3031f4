using Router.Engine.State;

namespace Router.Engine.Queries;

/// <summary>The queues of the policy, by name, with those who serve them.</summary>
internal static class LiveQueueQuery
{
    public static List<LiveQueue> Queues(WorkspaceState state)
    {
        var ofAll = default(Tally);
        var byQueue = new Dictionary<string, Tally>();
        foreach (var agent in state.Agents.Values)
        {
            if (agent.Profile.Queues.Count == 0)
            {
                ofAll = ofAll.With(agent);
            }

            foreach (var queue in agent.Profile.Queues)
            {
                byQueue[queue] = byQueue.GetValueOrDefault(queue).With(agent);
            }
        }

        return [.. state.Policy.Queues.OrderBy(q => q.Name, StringComparer.Ordinal).Select(q => ofAll.And(byQueue.GetValueOrDefault(q.Name)).Of(q.Name, q.Label))];
    }

    private readonly record struct Tally(int Registered, int Free, int Busy, int Away)
    {
        public Tally With(Agent agent)
        {
            var isBusy = agent.IsSignedIn && !agent.IsEmptyHanded;
            var isFree = !isBusy && agent.TakesWork;
            var isAway = agent.IsSignedIn && !isBusy && !isFree;
            return new Tally(Registered + 1, Free + (isFree ? 1 : 0), Busy + (isBusy ? 1 : 0), Away + (isAway ? 1 : 0));
        }

        public Tally And(Tally other) => new(Registered + other.Registered, Free + other.Free, Busy + other.Busy, Away + other.Away);

        public LiveQueue Of(string name, string label) => new(name, label, Registered, Free, Busy, Away);
    }
}
