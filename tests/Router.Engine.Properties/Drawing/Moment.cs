using Router.Engine.Records;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Properties.Drawing;

/// <summary>An engine right after one transition, or one deadline.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Saved">All that was saved up to here, this transition's changes included.</param>
/// <param name="Changes">What this transition changed.</param>
/// <param name="Outcome">What the command was answered; null when time did it.</param>
internal sealed record Moment(WorkspaceEngine Engine, SavedWorkspace Saved, Changes Changes, Outcome? Outcome);
