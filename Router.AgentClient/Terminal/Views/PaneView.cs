using Router.AgentClient.Terminal.Modes;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The right side: a list to choose from, or the selected ticket.</summary>
internal static class PaneView
{
    public static (string Title, IReadOnlyList<IRenderable> Lines) Of(AgentDesk desk, ViewTime time, int width, int height)
    {
        if (desk.Mode is IChoiceMode choosing)
        {
            return (ScreenLine.Fit(choosing.ChoiceTitle(desk), width - 4), ChoiceView.Lines(desk, choosing, width, height));
        }

        if (desk.Selected is not { } ticket)
        {
            return ("", []);
        }

        var name = ScreenLine.Fit(CustomerName.Of(ticket.Ticket), width - 14);
        return desk.Pane switch
        {
            DeskPane.History => ($"History: {name}", FromTop(desk, HistoryView.Lines(ticket, time, width), height)),
            DeskPane.Details => ($"Details: {name}", FromTop(desk, DetailsView.Lines(desk, ticket, time), height)),
            _ => (name, ConversationView.Lines(desk, ticket, time, width, height)),
        };
    }

    private static IReadOnlyList<IRenderable> FromTop(AgentDesk desk, IReadOnlyList<IRenderable> lines, int height)
    {
        desk.Scroll = Math.Clamp(desk.Scroll, 0, Math.Max(0, lines.Count - height));
        return [.. lines.Skip(desk.Scroll).Take(height)];
    }
}
