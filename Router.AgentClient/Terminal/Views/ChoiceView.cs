using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Modes;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>A list with one line marked.</summary>
internal static class ChoiceView
{
    private const int NumberWidth = 3;

    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, IChoiceMode mode, int width, int height)
    {
        var lines = mode.Choices(desk)
            .SelectMany((choice, place) => WrappedText.Broken(SafeText.OneLine(choice), width - NumberWidth)
                .Select((part, line) => (Place: place, Number: line == 0 ? $" {place + 1} " : "   ", Text: part)))
            .ToList();
        var marked = lines.FindIndex(line => line.Place == mode.Marked);
        var first = Math.Clamp(marked - (height / 2), 0, Math.Max(0, lines.Count - height));
        return
        [
            .. lines.Select(line => line.Place == mode.Marked
                    ? new ScreenLine(Looks.Selected).Add(line.Number).Add(line.Text)
                    : new ScreenLine().Add(line.Number, Looks.Dim).Add(line.Text))
                .Skip(first).Take(height),
        ];
    }
}
