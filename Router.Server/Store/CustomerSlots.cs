namespace Router.Server.Store;

/// <summary>
/// Where the last tickets of a customer are kept: in a few fields each, so that a ticket is added without reading the others. The newest
/// one is always there, of the older ones those whose field was not taken since.
/// </summary>
internal static class CustomerSlots
{
    private const int Slots = 4;

    public static string Field(string customerId, long counter) => $"{customerId}\n{counter % Slots}";

    public static IEnumerable<string> Fields(string customerId) =>
        Enumerable.Range(0, Slots).Select(slot => Field(customerId, slot));
}
