namespace Router.Server.Store.Reading;

/// <summary>How far a reader of a conversation has come.</summary>
/// <param name="IsKnown">Whether the number he named is that of a message.</param>
/// <param name="Number">His mark; where the number is not known, the conversation's last number.</param>
public readonly record struct Confirmation(bool IsKnown, long Number);
