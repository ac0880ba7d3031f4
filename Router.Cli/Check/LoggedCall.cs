namespace Router.Cli.Check;

/// <summary>A row of a call log as the checker reads it.</summary>
/// <param name="Entry">When the caller came to the voice menu.</param>
/// <param name="ExternalId">The external id under which it must have been submitted.</param>
/// <param name="MustBeSubmitted">It reached the queue.</param>
internal sealed record LoggedCall(DateTimeOffset Entry, string ExternalId, bool MustBeSubmitted);
