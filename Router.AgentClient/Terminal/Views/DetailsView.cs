using Router.AgentClient.State;
using Router.AgentClient.Terminal.Bidi;
using Spectre.Console.Rendering;

namespace Router.AgentClient.Terminal.Views;

/// <summary>Who the customer is, what he asked for, and what the adapter said about it.</summary>
internal static class DetailsView
{
    private const int NameWidth = 11;

    public static IReadOnlyList<IRenderable> Lines(AgentDesk desk, TicketInHand ticket, ViewTime time)
    {
        var told = ticket.Ticket;
        var facts = new List<(string Name, string Value)>
        {
            ("ticket", told.Id),
            ("customer", CustomerName.Of(told)),
            ("address", told.Customer?.Address ?? ""),
            ("call back", CallBackText.Of(told.CallBack, time)),
            ("subject", told.Subject),
            ("channel", told.Channel),
            ("queue", desk.LabelOf(told.Queue)),
            ("arrived", time.Moment(told.ArrivedAt)),
            ("languages", string.Join(", ", told.Languages.Select(language => $"{language.Language} ≥ {Math.Max(1, language.MinLevel)}"))),
            ("skills", string.Join(", ", told.Skills.Select(skill => $"{skill.Skill} ≥ {skill.Level}"))),
            ("priority", told.Priority > 0 ? $"{told.Priority}" : ""),
            ("segment", told.Segment),
            ("note", ticket.Note),
            ("asked", (ticket.Handover ?? ticket.Consult)?.AgentId ?? ""),
            ("owner", ticket.IsParticipant ? told.Assignment?.AgentId ?? "" : ""),
            ("joined", string.Join(", ", ticket.Participants)),
        };
        facts.AddRange(told.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => (attribute.Key, attribute.Value)));
        return
        [
            .. facts.Where(fact => fact.Value.Length > 0).Select(fact => new ScreenLine()
                .Add($"{SafeText.OneLine(fact.Name).PadRight(NameWidth)} ", Looks.Dim)
                .Add(SafeText.OneLine(fact.Value))),
        ];
    }
}
