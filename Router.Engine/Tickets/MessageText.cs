namespace Router.Engine.Tickets;

/// <summary>The words of a message. They are stored with the ticket and never enter facts.</summary>
/// <param name="Text">At most 64 KiB of UTF-8.</param>
/// <param name="Language">BCP 47 tag in lower case, or empty when unknown.</param>
/// <param name="IsReference">The text is a URI: where the content lies.</param>
public sealed record MessageText(string Text, string Language, bool IsReference = false);
