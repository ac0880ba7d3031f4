using Router.AgentClient.Terminal.Bidi;
using Router.AgentClient.Terminal.Input;
using Router.AgentClient.Terminal.Modes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The text being written, with its caret: as many lines as it has, up to a limit, around the caret.</summary>
internal static class InputView
{
    // A border and a cell of padding at each side.
    private const int Frame = 4;

    public static (IRenderable Box, int Lines) Render(AgentDesk desk, ITextMode mode, int width, int maxHeight)
    {
        // One cell less, for the space at a break.
        var lines = TextLines(mode.Draft(desk), width - Frame - 1);
        var height = Math.Min(lines.Count, Math.Max(1, maxHeight - 2));
        var caret = lines.FindIndex(line => line.Caret >= 0);
        var first = Math.Clamp(caret - height + 1, 0, lines.Count - height);
        var panel = new Panel(new Rows(lines.Skip(first).Take(height)))
        {
            Header = new PanelHeader(Markup.Escape($" {ScreenLine.Fit(mode.Title(desk), width - 8)} ")),
            Border = BoxBorder.Heavy,
            BorderStyle = Looks.Own,
            Padding = new Padding(1, 0),
            Expand = true,
        };
        return (panel, height + 2);
    }

    private static List<CaretLine> TextLines(Draft draft, int width)
    {
        var lines = new List<CaretLine>();
        var start = 0;
        foreach (var paragraph in draft.Text.Split('\n'))
        {
            var isHere = draft.Caret >= start && draft.Caret <= start + paragraph.Length;
            // The space after the text is where the caret stands at its end.
            var text = new BidiText(SafeText.OneLine(paragraph) + " ");
            var caret = isHere ? new BidiText(SafeText.OneLine(paragraph[..(draft.Caret - start)])).Elements.Count : -1;
            foreach (var line in text.Wrap(width))
            {
                lines.Add(new CaretLine(text, line, caret >= line.Start && caret < line.End ? caret : -1));
            }

            start += paragraph.Length + 1;
        }

        return lines;
    }

    private sealed class CaretLine(BidiText text, ElementRange line, int caret) : IRenderable
    {
        public int Caret => caret;

        public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var free = new Segment(new string(' ', Math.Max(0, maxWidth - text.CellsOf(line))));
            var shown = text.Cellwise(line).Select(cell => new Segment(cell.Shown, cell.Place == caret ? Looks.Caret : Style.Plain));
            return text.IsRightToLeft ? [free, .. shown] : [.. shown, free];
        }
    }
}
