using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Router.V1;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>What happened to a ticket, oldest first.</summary>
internal static class HistoryView
{
    public static IReadOnlyList<IRenderable> Lines(TicketInHand ticket, ViewTime time, int width)
    {
        var lines = new List<IRenderable>();
        foreach (var entry in ticket.History)
        {
            lines.Add(new ScreenLine()
                .Add($"{time.Moment(entry.Time)} ", Looks.Dim)
                .Add(HistoryTexts.Of(entry.Action), Looks.Strong)
                .Add(SafeText.OneLine(About(entry))));
            if (entry.Note.Length > 0)
            {
                lines.AddRange(WrappedText.Lines(entry.Note, width));
            }
        }

        return lines.Count > 0 ? lines : [new ScreenLine().Add("Nothing told yet.", Looks.Dim)];
    }

    private static string About(HistoryEntry entry)
    {
        var agent = entry.AgentId.Length > 0 ? $" {entry.AgentId}" : "";
        var queue = entry.Queue.Length > 0 ? $" {entry.Queue}" : "";
        var code = entry.Code.Length > 0 ? $" ({entry.Code})" : "";
        var by = entry.Actor is { Id.Length: > 0 } actor && actor.Id != entry.AgentId ? $" by {actor.Id}" : "";
        return $"{agent}{queue}{code}{by}";
    }
}
