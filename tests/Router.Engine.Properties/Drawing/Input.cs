using Router.Engine.Commands;

namespace Router.Engine.Properties.Drawing;

/// <summary>What an engine was told at a time: a played scenario is a list of these, and any engine can be told the same again.</summary>
/// <param name="Now">Engine time in ms.</param>
internal abstract record Input(long Now)
{
    /// <summary>Time passed, and nothing else.</summary>
    internal sealed record Pass(long Now) : Input(Now);

    /// <summary>A command came in.</summary>
    internal sealed record Told(long Now, Command Command) : Input(Now);

    /// <summary>An owner started.</summary>
    internal sealed record Started(long Now, long Term, bool SessionsLive) : Input(Now);
}
