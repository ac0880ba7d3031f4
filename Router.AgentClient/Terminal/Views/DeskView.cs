using Router.AgentClient.Terminal.Modes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The whole screen, from top to bottom.</summary>
internal static class DeskView
{
    /// <summary>Narrowest screen that is drawn.</summary>
    public const int MinWidth = 60;

    /// <summary>Lowest screen that is drawn.</summary>
    public const int MinHeight = 16;

    private const int ListWidth = 32;

    /// <summary>Draws a frame.</summary>
    /// <param name="desk">What is shown.</param>
    /// <param name="time">The moment it is shown.</param>
    /// <param name="width">Cells.</param>
    /// <param name="height">Lines.</param>
    public static IRenderable Render(AgentDesk desk, ViewTime time, int width, int height)
    {
        if (width < MinWidth || height < MinHeight)
        {
            return new ScreenLine().Add($"Please make the window at least {MinWidth} wide and {MinHeight} high.");
        }

        var notice = NoticeView.Lines(desk, time, width);
        var offers = OffersView.Render(desk, time, width);
        var keys = KeysView.Lines(desk, width);
        (IRenderable Box, int Lines)? text = desk.Mode is ITextMode writing ? InputView.Render(desk, writing, width, height / 3) : null;
        var parts = new List<Layout>
        {
            new Layout("header", HeaderView.Render(desk, time, width)).Size(1),
            new Layout("notice", new Rows(notice)).Size(notice.Count),
        };
        if (offers.Count > 0)
        {
            parts.Add(new Layout("offers", new Rows(offers)).Size(offers.Count));
        }

        var taken = 1 + notice.Count + offers.Count + (text?.Lines ?? 0) + keys.Count;
        parts.Add(Body(desk, time, width, height - taken));
        if (text is { } box)
        {
            parts.Add(new Layout("text", box.Box).Size(box.Lines));
        }

        parts.Add(new Layout("keys", new Rows(keys)).Size(keys.Count));
        return new Layout("desk").SplitRows([.. parts]);
    }

    private static Layout Body(AgentDesk desk, ViewTime time, int width, int height)
    {
        if (desk.Mode is ShowingKeys showing)
        {
            var (heading, keys) = KeyTableView.Of(showing, width - 4, height - 2);
            return new Layout("body", Boxed(heading, keys));
        }

        var list = Boxed(desk.State.InHand.IsEmpty ? "In hand" : $"In hand {desk.State.InHand.Length}", TicketListView.Lines(desk, time, height - 2));
        // Two cells of border and two of padding.
        var (title, lines) = PaneView.Of(desk, time, width - ListWidth - 4, height - 2);
        return new Layout("body").SplitColumns(
            new Layout("list", list).Size(ListWidth),
            new Layout("pane", Boxed(title, lines)));
    }

    private static Panel Boxed(string title, IReadOnlyList<IRenderable> lines) => new(new Rows(lines))
    {
        Header = new PanelHeader(Markup.Escape($" {title} ")),
        Border = BoxBorder.Rounded,
        BorderStyle = Looks.Border,
        Padding = new Padding(1, 0),
        Expand = true,
    };
}
