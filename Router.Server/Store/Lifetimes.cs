namespace Router.Server.Store;

/// <summary>How long things are kept in Redis, always in real time.</summary>
public static class Lifetimes
{
    /// <summary>Closed tickets and their conversations.</summary>
    public static readonly TimeSpan Closed = TimeSpan.FromDays(35);

    /// <summary>What source and external id were submitted: a day is promised, the hour is for the bucket.</summary>
    public static readonly TimeSpan Submitted = TimeSpan.FromHours(25);

    /// <summary>Answers to requests: ten minutes are promised, ten more are for the bucket.</summary>
    public static readonly TimeSpan Answered = TimeSpan.FromMinutes(20);

    /// <summary>Statistics by queue and interval, by day, and of agents.</summary>
    public static readonly TimeSpan Statistics = TimeSpan.FromDays(35);

    /// <summary>Statistics by the minute: an hour is asked for.</summary>
    public static readonly TimeSpan Minutes = TimeSpan.FromHours(2);
}
