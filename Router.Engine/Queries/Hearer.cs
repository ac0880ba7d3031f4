namespace Router.Engine.Queries;

/// <summary>What decides how a waiting customer is spoken to.</summary>
/// <param name="Language">The first language of his ticket, or empty.</param>
/// <param name="QueueLanguage">The first language of its queue, or empty.</param>
/// <param name="TimeZone">The IANA name of the time zone in which its queue has hours; empty where it is always open.</param>
/// <param name="MayBeCalledBack">Whether he may ask to be called back.</param>
public readonly record struct Hearer(string Language, string QueueLanguage, string TimeZone, bool MayBeCalledBack)
{
    /// <summary>Nothing is known of him.</summary>
    public static readonly Hearer Unknown = new("", "", "", false);
}
