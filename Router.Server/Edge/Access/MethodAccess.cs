namespace Router.Server.Edge.Access;

/// <summary>Who may call a method.</summary>
/// <param name="Roles">Callers with one of these roles.</param>
/// <param name="OrCapability">Also whoever brings the ticket's capability token; the method itself looks at it.</param>
/// <param name="OrAnybody">Also whoever can connect.</param>
internal sealed record MethodAccess(Roles Roles, bool OrCapability = false, bool OrAnybody = false);
