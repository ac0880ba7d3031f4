using Router.Engine;
using Router.Engine.Tickets;
using Router.Policies.Shape;

namespace Router.Server.Edge.Shape;

/// <summary>Reads a message of a conversation.</summary>
internal static class MessageShape
{
    /// <summary>A message that somebody writes.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="text">Its words; required.</param>
    /// <param name="language">Its language, or empty.</param>
    public static MessageText Read(ref ShapeCheck check, string text, string language)
    {
        if (text.Length == 0)
        {
            check.Fail(Reason.InvalidRequest, "text", "is empty", $"1 to {FieldLimits.TextBytes} bytes");
        }

        check.Bytes(text, "text", FieldLimits.TextBytes);
        check.OptionalLanguage(language, "language");
        return new MessageText(text, LanguageTag.Normalise(language));
    }
}
