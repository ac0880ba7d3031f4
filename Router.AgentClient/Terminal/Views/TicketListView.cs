using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>The tickets in hand, two lines each, around the selected one.</summary>
internal static class TicketListView
{
    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, ViewTime time, int height)
    {
        var inHand = desk.State.InHand;
        if (desk.Selected is not { } selected)
        {
            return [new ScreenLine().Add("Nothing in hand.", Looks.Dim)];
        }

        var fits = Math.Max(1, height / 2);
        var first = Math.Clamp(inHand.IndexOf(selected) - (fits / 2), 0, Math.Max(0, inHand.Length - fits));
        var lines = new List<IRenderable>();
        for (var i = first; i < Math.Min(inHand.Length, first + fits); i++)
        {
            var ticket = inHand[i];
            var look = ticket == selected ? Looks.Selected : Style.Plain;
            var unread = desk.Unread(ticket);
            var name = new ScreenLine(look).Add($"{i + 1} ").Add(CustomerName.Of(ticket.Ticket), look.Decoration(look.Decoration | Decoration.Bold));
            name.AddRight(unread > 0 ? $" ●{unread}" : "").AddRight($" {Timer(ticket, time)}");
            lines.Add(name);
            lines.Add(new ScreenLine(ticket == selected ? look : Looks.Dim)
                .Add($"  {SafeText.OneLine(ticket.Ticket.Channel)}, {desk.LabelOf(ticket.Ticket.Queue)}{Draft(desk, ticket)}{Asked(ticket, time)}"));
        }

        return lines;
    }

    private static string Timer(TicketInHand ticket, ViewTime time) => ticket switch
    {
        { WrapUp.Until: { } until } => $"wrap-up {time.Left(until)}",
        { WrapUp: not null } => "wrap-up",
        { IsOnHold: true } => "on hold",
        _ => time.Since(ticket.AssignedAt),
    };

    private static string Asked(TicketInHand ticket, ViewTime time)
    {
        var with = ticket.IsParticipant ? [ticket.Ticket.Assignment?.AgentId ?? ""] : ticket.Participants;
        return (with.Count > 0 ? $", with {SafeText.OneLine(string.Join(", ", with))}" : "")
            + ((ticket.Handover ?? ticket.Consult) is { } asked ? $", asks {SafeText.OneLine(asked.AgentId)} {time.Left(asked.ExpiresAt.ToDateTimeOffset())}" : "");
    }

    private static string Draft(AgentDesk desk, TicketInHand ticket) => desk.Drafts.MessageOf(ticket.TicketId).Text.Length > 0 ? ", draft" : "";
}
