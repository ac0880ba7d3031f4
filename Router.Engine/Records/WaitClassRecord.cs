namespace Router.Engine.Records;

/// <summary>What is saved of one wait class: how fast it drains, and how its promises fared.</summary>
public sealed record WaitClassRecord
{
    /// <summary><see cref="DrainError"/> before anything was measured.</summary>
    public const double DrainErrorAtFirst = 0.5;

    /// <summary><see cref="OldestError"/> before anything was measured: a queue that has just begun to wait says little.</summary>
    public const double OldestErrorAtFirst = 1;

    /// <summary>The queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>First language of its tickets, or empty.</summary>
    public required string Language { get; init; }

    /// <summary>Head start of its tickets, ms; -1 is the class that the ninth and later head starts share.</summary>
    public required long HeadStartMs { get; init; }

    /// <summary>Decayed number of exits.</summary>
    public double Exits { get; init; }

    /// <summary>Decayed exposure, capacity units times minutes.</summary>
    public double Exposure { get; init; }

    /// <summary>Exits in all, without decay.</summary>
    public long ExitsSeen { get; init; }

    /// <summary>Up to when exposure is counted, ms; 0 while none is.</summary>
    public long CountedUntil { get; init; }

    /// <summary>Seven log multipliers of the promise, by how many wait ahead.</summary>
    public required IReadOnlyList<double> PromiseLog { get; init; }

    /// <summary>Seven log multipliers of the estimate, likewise.</summary>
    public required IReadOnlyList<double> EstimateLog { get; init; }

    /// <summary>Mean relative error of what the drain rate gives for the wait, above 0 to 2.</summary>
    public double DrainError { get; init; } = DrainErrorAtFirst;

    /// <summary>The same of what the wait of the longest waiting ticket gives.</summary>
    public double OldestError { get; init; } = OldestErrorAtFirst;

    /// <summary>The day (UTC, days since 1970) that the two following count.</summary>
    public long JudgedDay { get; init; }

    /// <summary>Promises judged that day.</summary>
    public int Judged { get; init; }

    /// <summary>Of those, kept.</summary>
    public int Kept { get; init; }

    /// <summary>Its name among the classes of a workspace.</summary>
    public string Key => $"{Queue}/{Channel}/{Language}/{HeadStartMs}";
}
