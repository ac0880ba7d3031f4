using Router.AgentClient.Connection;
using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Modes;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The keys that mean something now, on as many lines as they take.</summary>
internal static class KeysView
{
    /// <summary>The lines, one at least.</summary>
    /// <param name="desk">What is shown.</param>
    /// <param name="width">Cells of a line.</param>
    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, int width)
    {
        IEnumerable<KeyHint> hints = desk.State.Connection.Phase == ConnectionPhase.Over && desk.Mode is Browsing
            ? [new KeyHint("r", "sign in again"), new KeyHint("q", "leave")]
            : desk.Mode.Hints(desk);
        var line = new ScreenLine();
        var lines = new List<IRenderable> { line };
        var left = width;
        foreach (var hint in hints)
        {
            var (key, does) = ($" {hint.Key}", $" {hint.Does} ");
            var cells = new BidiText(key + does).Cells;
            if (cells > left)
            {
                line = new ScreenLine();
                lines.Add(line);
                left = width;
            }

            line.Add(key, Looks.Key).Add(does);
            left -= cells;
        }

        return lines;
    }
}
