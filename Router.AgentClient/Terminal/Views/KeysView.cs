using Router.AgentClient.Connection;
using Router.AgentClient.Terminal.Modes;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The keys that mean something now.</summary>
internal static class KeysView
{
    public static IRenderable Render(AgentDesk desk)
    {
        var line = new ScreenLine();
        IEnumerable<KeyHint> hints = desk.State.Connection.Phase == ConnectionPhase.Over && desk.Mode is Browsing
            ? [new KeyHint("r", "sign in again"), new KeyHint("q", "leave")]
            : desk.Mode.Hints(desk);
        foreach (var hint in hints)
        {
            line.Add($" {hint.Key}", Looks.Key).Add($" {hint.Does} ");
        }

        return line;
    }
}
