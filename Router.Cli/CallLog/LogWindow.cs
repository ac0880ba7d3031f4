using Router.CallLog;

namespace Router.Cli.CallLog;

/// <summary>The part of a log that is played: the rows whose caller came to the voice menu in it.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The moment after the last.</param>
internal sealed record LogWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether a row is in it.</summary>
    /// <param name="row">The row.</param>
    public bool Has(CallRow row) => row.MenuEntry >= From && row.MenuEntry < To;
}
