using Router.AgentClient.Terminal.Bidi;
using Router.V1;

namespace Router.AgentClient.Terminal;

/// <summary>What a customer is called on the screen.</summary>
internal static class CustomerName
{
    /// <summary>Name, else address, else id; safe to show, in reading order.</summary>
    public static string Of(Ticket ticket) => SafeText.OneLine(ticket.Customer switch
    {
        { Name.Length: > 0 } customer => customer.Name,
        { Address.Length: > 0 } customer => customer.Address,
        { Id.Length: > 0 } customer => customer.Id,
        _ => "unknown customer",
    });

    /// <summary>The same, cut with an ellipsis where it is longer than so many text elements.</summary>
    public static string Of(Ticket ticket, int most)
    {
        var elements = new BidiText(Of(ticket)).Elements;
        return elements.Count <= most ? string.Concat(elements) : $"{string.Concat(elements.Take(most - 1))}…";
    }
}
