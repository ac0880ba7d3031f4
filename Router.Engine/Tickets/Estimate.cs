namespace Router.Engine.Tickets;

/// <summary>The waits told for one ticket, each as the whole wait since it entered the queue.</summary>
/// <param name="MedianSeconds">The estimate, whole seconds.</param>
/// <param name="PromiseSeconds">The bound kept in 9 of 10 cases, whole seconds.</param>
/// <param name="Trust">How far to trust it; with <see cref="Trust.Unknown"/> there is no number.</param>
/// <param name="Ahead">How many of its wait class were before it.</param>
public readonly record struct Estimate(int MedianSeconds, int PromiseSeconds, Trust Trust, int Ahead)
{
    /// <summary>No number can be told: nobody eligible is signed in.</summary>
    public static readonly Estimate Unknown = new(0, 0, Trust.Unknown, 0);
}
