using Router.AgentClient.Terminal.Bidi;
using Router.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>Who signed in, as what, and the server's time.</summary>
internal static class HeaderView
{
    // Narrower, the workspace gives its place to what the agent is doing.
    private const int WithWorkspace = 80;

    public static IRenderable Render(AgentDesk desk, ViewTime time, int width)
    {
        var state = desk.State;
        var line = new ScreenLine(Looks.Bar);
        if (state.AgentId.Length == 0)
        {
            return line.Add(" router agent");
        }

        var profile = state.Rules?.Profile;
        line.Add($" {SafeText.OneLine(profile is { Name.Length: > 0 } ? profile.Name : state.AgentId)}", Inverted(Decoration.Bold))
            .Add("  ")
            .Add($" {PresenceText(desk, state.Presence.Presence, state.Presence.AwayReason)} ", PresenceLook(state.Presence))
            .Add($" since {time.Moment(state.Presence.Since)}");
        if (state.Presence.Next is { } next)
        {
            line.Add($", then {PresenceText(desk, next.Presence, next.AwayReason)}");
        }

        if (state.Presence.TakeUntil is not null)
        {
            line.Add(", waits for a ticket");
        }

        foreach (var channel in state.Presence.Channels)
        {
            line.Add($", no {SafeText.OneLine(channel.Channel)}");
        }

        if (state.Presence.Draining)
        {
            line.Add(", takes nothing new");
        }

        line.Add($"  {ActivityText(state.Activity)}");
        if (state.Activity == AgentActivity.Resting && state.Presence.RestingUntil is { } end)
        {
            line.Add($", {time.Left(end.ToDateTimeOffset())}");
        }

        var speed = time.Server is { Speed: not 1 } fast ? $" ×{fast.Speed:0.##}" : "";
        var workspace = width < WithWorkspace ? "" : $"  {SafeText.OneLine(state.Workspace)}";
        return line.AddRight($"{workspace}  {time.Clock(time.Now)}{speed} ");
    }

    private static string PresenceText(AgentDesk desk, Presence presence, string reason) => presence switch
    {
        Presence.Available => "available",
        Presence.OnDemand => "on demand",
        Presence.Away when reason.Length > 0 => $"away: {SafeText.OneLine(ReasonLabel(desk, reason))}",
        Presence.Away => "away",
        _ => "offline",
    };

    private static string ReasonLabel(AgentDesk desk, string reason) =>
        reason == "no_answer" ? "no answer"
        : desk.State.Rules?.AwayReasons.FirstOrDefault(known => known.Code == reason) is { Label.Length: > 0 } known ? known.Label
        : reason;

    private static Style PresenceLook(AgentPresence presence) => presence.Presence switch
    {
        Presence.Available or Presence.OnDemand => new Style(Color.Black, Color.Green, Decoration.Bold),
        Presence.Away => new Style(Color.Black, Color.Yellow, Decoration.Bold),
        _ => new Style(Color.White, Color.Maroon, Decoration.Bold),
    };

    private static string ActivityText(AgentActivity activity) => activity switch
    {
        AgentActivity.Idle => "idle",
        AgentActivity.Offered => "offered",
        AgentActivity.Handling => "handling",
        AgentActivity.WrappingUp => "wrapping up",
        AgentActivity.Resting => "resting",
        _ => "",
    };

    private static Style Inverted(Decoration decoration) => new(decoration: Decoration.Invert | decoration);
}
