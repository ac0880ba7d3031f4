using Router.AgentClient.Terminal.Modes;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>All keys and what they do, as many as fit from where they are scrolled to.</summary>
internal static class KeyTableView
{
    public static (string Title, IReadOnlyList<IRenderable> Lines) Of(ShowingKeys mode, int width, int height)
    {
        var lines = KeyTable.All.SelectMany(hint => Lines(hint, width)).ToList();
        mode.ScrollWithin(Math.Max(0, lines.Count - height));
        var last = Math.Min(lines.Count, mode.Scroll + height);
        var more = last < lines.Count ? " (↓ more)" : mode.Scroll > 0 ? " (↑ more)" : "";
        return ($"Keys{more}", lines[mode.Scroll..last]);
    }

    private static IEnumerable<IRenderable> Lines(KeyHint hint, int width)
    {
        var key = hint.Key.PadRight(KeyTable.KeyWidth + 1);
        foreach (var line in WrappedText.Broken(hint.Does, width - key.Length))
        {
            yield return new ScreenLine().Add(key, Looks.Key).Add(line);
            key = new string(' ', key.Length);
        }
    }
}
