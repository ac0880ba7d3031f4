namespace Router.Cli.Letters;

/// <summary>How letters are sent.</summary>
internal sealed record LetterOptions
{
    /// <summary>Who submits.</summary>
    public required string Source { get; init; }

    /// <summary>The queue of emails.</summary>
    public required string EmailQueue { get; init; }

    /// <summary>The queue of chats.</summary>
    public required string ChatQueue { get; init; }

    /// <summary>From one letter to the next, in the server's time.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>How long a customer thinks before he writes again, in the server's time.</summary>
    public TimeSpan Thinks { get; init; } = TimeSpan.FromSeconds(20);
}
