namespace Router.CallLog;

/// <summary>What callers of the bank asked for. Each is a skill.</summary>
public static class CallTypes
{
    /// <summary>Regular banking in English; all others speak Hebrew.</summary>
    public const string English = "PE";

    /// <summary>Regular banking, regular banking in English, internet support, stock exchange, new customer, call-back that had to be queued.</summary>
    public static readonly IReadOnlyList<string> All = ["PS", English, "IN", "NE", "NW", "TT"];

    /// <summary>The language of such a call.</summary>
    /// <param name="type">A type.</param>
    public static string LanguageOf(string type) => type == English ? "en" : "he";
}
