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

    /// <summary>A message whose content lies elsewhere.</summary>
    /// <param name="check">Takes the first mistake.</param>
    /// <param name="reference">Where; required.</param>
    /// <param name="language">Its language, or empty.</param>
    public static MessageText ReadReference(ref ShapeCheck check, string reference, string language)
    {
        check.Bytes(reference, "reference", FieldLimits.ReferenceBytes);
        if (check.IsGood && !IsWebAddress(reference))
        {
            check.Fail(Reason.InvalidRequest, "reference", "is no address of the web", "an absolute http or https URI without a user name");
        }

        check.OptionalLanguage(language, "language");
        return new MessageText(reference, LanguageTag.Normalise(language), IsReference: true);
    }

    /// <summary>Whoever shows it may make a link of it: nothing that a browser would run, and no name before the host that passes for another one.</summary>
    private static bool IsWebAddress(string reference) =>
        Uri.TryCreate(reference, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && uri.IsWellFormedOriginalString();
}
