namespace Router.Server.Edge.Access;

/// <summary>Roles in words, as tokens name them.</summary>
internal static class RoleTexts
{
    /// <summary>The names, joined by "or".</summary>
    /// <param name="roles">Some roles, or none.</param>
    public static string Of(Roles roles) =>
        roles == Roles.None ? "nobody" : roles.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal);
}
