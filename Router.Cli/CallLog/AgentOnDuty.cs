using Router.CallLog;

namespace Router.Cli.CallLog;

/// <summary>An agent as the log shows him.</summary>
/// <param name="Name">His name, which is his id.</param>
/// <param name="Types">The types he served, anywhere in the log, in the order of <see cref="CallTypes.All"/>.</param>
/// <param name="Stretches">When he is on duty, in order; at least one.</param>
internal sealed record AgentOnDuty(string Name, IReadOnlyList<string> Types, IReadOnlyList<DutyStretch> Stretches);
