namespace Router.Engine.Queries;

/// <summary>One queue of the policy as it is now. An agent serves it when his profile lists it, or lists none.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">What screens show; empty = the name.</param>
/// <param name="Registered">Agents who serve it.</param>
/// <param name="Free">Of those: take work, and have nothing in hand.</param>
/// <param name="Busy">Have a ticket in hand, of whatever queue, or an open offer.</param>
/// <param name="Away">The others who are signed in.</param>
public sealed record LiveQueue(string Name, string Label, int Registered, int Free, int Busy, int Away);
