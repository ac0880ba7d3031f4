using Router.AgentClient.Terminal.Bidi;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>A text of several paragraphs as lines of a width; those read from right to left stand at the right edge.</summary>
internal static class WrappedText
{
    /// <summary>The same lines in reading order, for what is shown with something else on its line.</summary>
    public static IEnumerable<string> Broken(string text, int width)
    {
        foreach (var paragraph in SafeText.Lines(text).Split('\n'))
        {
            var laidOut = new BidiText(paragraph);
            foreach (var line in laidOut.Wrap(width).Select(laidOut.Trimmed))
            {
                yield return string.Concat(laidOut.Elements.Skip(line.Start).Take(line.End - line.Start));
            }
        }
    }

    public static IEnumerable<IRenderable> Lines(string text, int width, Style? style = null)
    {
        foreach (var paragraph in SafeText.Lines(text).Split('\n'))
        {
            var laidOut = new BidiText(paragraph);
            foreach (var line in laidOut.Wrap(width))
            {
                yield return new ShownLine(laidOut, laidOut.Trimmed(line), style ?? Style.Plain);
            }
        }
    }

    private sealed class ShownLine(BidiText text, ElementRange line, Style style) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var free = new string(' ', Math.Max(0, maxWidth - text.CellsOf(line)));
            return text.IsRightToLeft
                ? [new Segment(free), new Segment(text.Shown(line), style)]
                : [new Segment(text.Shown(line), style), new Segment(free)];
        }
    }
}
