namespace Router.Server.Edge.Access;

/// <summary>What came of reading a token.</summary>
/// <param name="Principal">Whose it is, or null when it is not valid.</param>
/// <param name="Problem">What is wrong with it and what would be right, without the token itself; empty when it is valid.</param>
internal readonly record struct TokenReading(CallerPrincipal? Principal, string Problem);
