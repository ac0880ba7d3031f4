using Router.V1;

namespace Router.AgentClient.Auto;

/// <summary>A short polite answer in the customer's language.</summary>
internal static class AutoReplies
{
    private const string English = "Thank you for your message. I have looked into it and taken care of it.";

    private static readonly Dictionary<string, string> ByLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["he"] = "תודה על פנייתך. בדקתי את הנושא וטיפלתי בו.",
        ["lt"] = "Dėkoju už jūsų žinutę. Viską patikrinau ir sutvarkiau.",
        ["ru"] = "Спасибо за ваше обращение. Я всё проверил и уладил.",
    };

    public static string Of(Ticket ticket, Message message) =>
        ByLanguage.GetValueOrDefault(Language(ticket, message).Split('-')[0], English);

    /// <summary>That of the message, else the first of the ticket.</summary>
    public static string Language(Ticket ticket, Message message) =>
        message.Language.Length > 0 ? message.Language : ticket.Languages is [var first, ..] ? first.Language : "";
}
