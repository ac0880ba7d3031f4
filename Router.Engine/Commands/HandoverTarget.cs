using Router.Engine.Tickets;

namespace Router.Engine.Commands;

/// <summary>Where a ticket is handed to.</summary>
/// <param name="Queue">A queue; the ticket's own when empty.</param>
/// <param name="Languages">Acceptable languages, empty for any; those of the ticket when null.</param>
/// <param name="Skills">All the skills asked for, beside the queue's own.</param>
/// <param name="AgentId">An agent, to whom it goes with all it asks for; the rest counts for nothing then. Empty for whoever serves the queue.</param>
public sealed record HandoverTarget(string Queue, IReadOnlyList<LanguageNeed>? Languages, IReadOnlyList<SkillNeed> Skills, string AgentId = "");
