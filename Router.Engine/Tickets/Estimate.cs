namespace Router.Engine.Tickets;

/// <summary>The waits told for one ticket, each as the whole wait since it entered the queue.</summary>
/// <param name="MedianSeconds">The estimate, whole seconds.</param>
/// <param name="PromiseSeconds">The bound kept in 9 of 10 cases, whole seconds.</param>
/// <param name="Trust">How far to trust it; with <see cref="Trust.Unknown"/> there is no number.</param>
/// <param name="Ahead">How many of its wait class were before it; -1 once it is of another class, which learns nothing from it.</param>
/// <param name="DrainMs">What the drain rate alone gave for the rest of the wait, ms.</param>
/// <param name="OldestMs">What the longest waiting ticket of the class gave for it, ms; 0 with nobody ahead.</param>
public readonly record struct Estimate(int MedianSeconds, int PromiseSeconds, Trust Trust, int Ahead, int DrainMs = 0, int OldestMs = 0)
{
    /// <summary>No number can be told: nobody eligible is signed in.</summary>
    public static readonly Estimate Unknown = new(0, 0, Trust.Unknown, 0);
}
