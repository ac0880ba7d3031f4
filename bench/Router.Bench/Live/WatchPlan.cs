namespace Router.Bench.Live;

/// <summary>What the process of the watchers does.</summary>
/// <param name="Address">The server's HTTP address.</param>
/// <param name="Token">A token of role admin.</param>
/// <param name="Watchers">How many watch.</param>
/// <param name="Stalled">How many more ask for the view and never read.</param>
internal sealed record WatchPlan(string Address, string Token, int Watchers, int Stalled);
