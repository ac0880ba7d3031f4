using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Modes;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>A list with one line marked.</summary>
internal static class ChoiceView
{
    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, IChoiceMode mode, int height)
    {
        var choices = mode.Choices(desk);
        var first = Math.Clamp(mode.Marked - (height / 2), 0, Math.Max(0, choices.Count - height));
        return
        [
            .. choices.Select((choice, place) => place == mode.Marked
                    ? new ScreenLine(Looks.Selected).Add($" {place + 1} {SafeText.OneLine(choice)}")
                    : new ScreenLine().Add($" {place + 1} ", Looks.Dim).Add(SafeText.OneLine(choice)))
                .Skip(first).Take(height),
        ];
    }
}
