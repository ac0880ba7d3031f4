namespace Router.Engine.Events;

/// <summary>A fact about one ticket.</summary>
/// <param name="TicketId">The ticket.</param>
public abstract record TicketFact(string TicketId) : Fact;
