namespace Router.Engine.Properties.Drawing;

/// <summary>Cuts a failing scenario down to steps that are all needed: takes out ever smaller pieces as long as it still fails.</summary>
internal static class Shrinker
{
    public static Scenario Shrink(Scenario failing, Func<Scenario, bool> fails)
    {
        var steps = failing.Steps.ToList();
        for (var piece = Math.Max(1, steps.Count / 2); piece >= 1; piece /= 2)
        {
            for (var at = 0; at < steps.Count;)
            {
                List<Step> fewer = [.. steps.Take(at), .. steps.Skip(at + piece)];
                if (fails(failing with { Steps = fewer }))
                {
                    steps = fewer;
                }
                else
                {
                    at += piece;
                }
            }
        }

        return failing with { Steps = steps };
    }
}
