namespace Router.Server.Workspaces;

/// <summary>How long a call waits for a store that does not answer.</summary>
public static class CallPatience
{
    /// <summary>Until half a second before its deadline, so that the refusal arrives before it; 5 seconds at most.</summary>
    /// <param name="deadline">The call's deadline in UTC; <see cref="DateTime.MaxValue"/> for none.</param>
    /// <param name="real">Real time.</param>
    /// <returns>0 to 5 seconds.</returns>
    public static TimeSpan Until(DateTime deadline, TimeProvider real)
    {
        ArgumentNullException.ThrowIfNull(real);
        if (deadline == DateTime.MaxValue)
        {
            return Limits.Patience;
        }

        var left = deadline - real.GetUtcNow().UtcDateTime - Limits.DeadlineMargin;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < Limits.Patience ? left : Limits.Patience;
    }
}
