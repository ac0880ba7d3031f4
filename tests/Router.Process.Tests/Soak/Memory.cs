namespace Router.ProcessTests.Soak;

/// <summary>What a process holds once all that nobody needs has been collected.</summary>
/// <param name="HeapBytes">The garbage collector's heap.</param>
/// <param name="ResidentBytes">All that the system has given to it.</param>
internal sealed record Memory(long HeapBytes, long ResidentBytes);
