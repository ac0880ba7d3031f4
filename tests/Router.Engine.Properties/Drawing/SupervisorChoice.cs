using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Records;
using Router.Engine.Tickets;

namespace Router.Engine.Properties.Drawing;

/// <summary>A supervisor's moves, mostly of those among some tickets that they can be done to.</summary>
internal static class SupervisorChoice
{
    private static readonly Actor Boss = new(ActorKind.Supervisor, "boss");

    public static Command? Assign(IReadOnlyList<TicketRecord> some, Step step, string agentId) =>
        Ids(some, step, t => t.State is TicketState.Queued or TicketState.Offered) is { } ids
            ? new AssignTickets(ids, step.How % 3 == 0, "now", Boss, agentId, step.Seed % 2 == 0)
            : null;

    public static Command? Change(IReadOnlyList<TicketRecord> some, Step step, WorkspacePolicy policy)
    {
        if (Ids(some, step, t => t.AgentId.Length == 0 || t.State == TicketState.Offered) is not { } ids)
        {
            return null;
        }

        var content = RandomWork.Content("any", step.Seed, policy);
        var skip = step.How % 3 == 0;
        return (step.Seed % 3) switch
        {
            0 => new MoveTickets(ids, skip, "there is room: there", Boss, content.Queue),
            1 => new ReprioritiseTickets(ids, skip, "", Boss, content.Priority),
            _ => new ChangeTicketNeeds(ids, skip, "", Boss, content.Languages, content.Skills),
        };
    }

    public static Command? Complete(IReadOnlyList<TicketRecord> some, Step step) =>
        Ids(some, step, t => t.State is TicketState.Assigned or TicketState.WrappingUp) is { } ids
            ? new CompleteTickets(ids, step.How % 3 == 0, "", Boss, step.Seed % 2 == 0 ? "done" : "")
            : null;

    public static Command? Presence(IReadOnlyList<string> agents, Step step) => agents.Count == 0 ? null : (step.How % 5) switch
    {
        0 => new SetAgentsPresence(agents, Agents.Presence.Offline, "", AtOnce: false, Boss, "go home"),
        1 or 2 => new SetAgentsPresence(agents, Agents.Presence.Away, "break", step.Seed % 2 == 0, Boss, "eat"),
        _ => new SetAgentsPresence(agents, Agents.Presence.Available, "", AtOnce: false, Boss, ""),
    };

    public static Command? Drain(IReadOnlyList<string> agents, Step step, long now) => agents.Count == 0
        ? null
        : new DrainAgents(agents, step.How % 2 == 0 ? 0 : now + (step.Seed % 60_000), step.How % 4 > 1, Boss, "soon over");

    private static List<string>? Ids(IReadOnlyList<TicketRecord> some, Step step, Func<TicketRecord, bool> suits)
    {
        var ids = some.Where(t => step.How % 13 == 1 || suits(t)).Select(t => t.Id).ToList();
        return ids.Count == 0 ? null : ids;
    }
}
