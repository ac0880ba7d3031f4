namespace Router.Engine.Properties;

/// <summary>Seeds of the scenarios of a run: the same ones always, and some that are new each time.</summary>
public static class Seeds
{
    private const int Fixed = 80;
    private const int New = 20;

    /// <summary>The seeds of this run; <c>ROUTER_SEEDS=first,count</c> takes others.</summary>
    public static IEnumerable<int> All()
    {
        if (Environment.GetEnvironmentVariable("ROUTER_SEEDS")?.Split(',') is [var first, var count])
        {
            return Enumerable.Range(int.Parse(first), int.Parse(count));
        }

        return Enumerable.Range(1, Fixed).Concat(Enumerable.Range(1_000 + Random.Shared.Next(1_000_000), New));
    }
}
