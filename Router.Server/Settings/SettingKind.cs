namespace Router.Server.Settings;

/// <summary>Says in words what the text of a setting may be.</summary>
internal static class SettingKind
{
    public static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(bool) => "true or false",
            _ when type == typeof(int) || type == typeof(long) => "a whole number",
            _ when type == typeof(double) => "a number",
            _ when type == typeof(TimeSpan) => "a duration such as 00:00:05",
            _ when type == typeof(DateTimeOffset) => "a date and time such as 1999-08-02T10:00:00Z",
            _ when type.IsEnum => string.Join(" or ", Enum.GetNames(type)),
            _ => "a text",
        };
    }
}
