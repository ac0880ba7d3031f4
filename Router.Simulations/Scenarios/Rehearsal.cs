using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Policies;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Simulations.Files;

namespace Router.Simulations.Scenarios;

/// <summary>Tries every agent and every kind of contacts with the engine before anything is simulated.</summary>
internal static class Rehearsal
{
    private const long Now = 1_000_000_000_000;

    /// <summary>Tries them.</summary>
    /// <param name="policy">The policy, which has no mistakes of its own.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="agentsFile">Their file.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="mistakes">Takes what the engine refuses, with file and path.</param>
    /// <param name="warnings">Takes what it takes and nobody can serve.</param>
    public static void Try(
        WorkspacePolicy policy, AgentsFile agents, string agentsFile, ICustomers customers, List<string> mistakes, List<string> warnings)
    {
        var engine = new WorkspaceEngine(WorkspaceRecord.Empty);
        engine.StartOwner(term: 1, Now);
        engine.Apply(new ChangePolicy(_ => policy), Now);
        for (var i = 0; i < agents.Plans.Count; i++)
        {
            foreach (var outcome in agents.Plans[i].Profiles.Select(profile => engine.Apply(new PutAgent(profile), Now)).Where(o => o.IsRefused).Take(1))
            {
                mistakes.Add(Told(agentsFile, $"agents[{i}]", outcome));
            }
        }

        foreach (var (path, content) in customers.Samples)
        {
            var outcome = engine.Apply(new Submit(content), Now);
            if (outcome.IsRefused && outcome.Reason is not (Reason.QueueClosed or Reason.QueueFull))
            {
                mistakes.Add(Told(customers.File, path, outcome));
            }
            else if (outcome.Value is Submitted { Unroutable: true })
            {
                warnings.Add($"{customers.File}: {path}: no agent of {agentsFile} can ever serve it");
            }
        }
    }

    private static string Told(string file, string path, Outcome outcome) =>
        $"{file}: {path}{(outcome.Metadata.TryGetValue("field", out var field) ? $".{field}" : "")}: {outcome.Message}";
}
