namespace Router.Bench.EndToEnd;

/// <summary>What one run of the load client does.</summary>
/// <param name="Address">The server's gRPC address.</param>
/// <param name="Token">A token of role admin.</param>
/// <param name="Agents">How many agents work.</param>
/// <param name="Streamed">Submit over <c>SubmitStream</c> instead of unary calls.</param>
/// <param name="WarmUp">How many tickets go before, unmeasured, until the compiler has optimized both sides.</param>
/// <param name="Tickets">How many tickets are measured.</param>
/// <param name="PerSecond">Submit at this rate and measure the time to the offer; 0 submits as fast as tickets are completed.</param>
/// <param name="Queues">Over how many queues of <see cref="Live.LiveLoad"/> tickets are spread; 0 is the one of <see cref="BenchTickets"/>.</param>
internal sealed record LoadPlan(string Address, string Token, int Agents, bool Streamed, int WarmUp, int Tickets, int PerSecond, int Queues = 0);
