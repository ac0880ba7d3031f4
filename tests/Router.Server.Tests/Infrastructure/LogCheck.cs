using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Router.Server.Tests.Infrastructure;

/// <summary>Keeps what is logged, and fails a test for warnings and errors that it did not expect.</summary>
public sealed class LogCheck : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = new();
    private readonly ConcurrentDictionary<int, byte> _expected = new();

    /// <summary>All that was logged at information and above, oldest first.</summary>
    public IReadOnlyCollection<Entry> Entries => _entries;

    /// <summary>These warnings or errors belong to the test.</summary>
    /// <param name="eventIds">The ids of their messages.</param>
    public void Expect(params int[] eventIds)
    {
        foreach (var id in eventIds)
        {
            _expected[id] = 0;
        }
    }

    /// <summary>Whether a message was logged.</summary>
    /// <param name="eventId">Its id.</param>
    public bool Has(int eventId) => _entries.Any(e => e.EventId == eventId);

    /// <summary>Fails when a warning or error was logged that was not expected.</summary>
    public void VerifyClean()
    {
        var unexpected = _entries.Where(e => e.Level >= LogLevel.Warning && !_expected.ContainsKey(e.EventId)).ToList();
        if (unexpected.Count > 0)
        {
            Assert.Fail($"Logged without being expected:\n{string.Join("\n", unexpected)}");
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>One message.</summary>
    /// <param name="Level">How bad.</param>
    /// <param name="Category">Who logged it.</param>
    /// <param name="EventId">Its id.</param>
    /// <param name="Text">What it said, with the error.</param>
    public sealed record Entry(LogLevel Level, string Category, int EventId, string Text);

    private sealed class Logger(LogCheck check, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                check._entries.Enqueue(new(logLevel, category, eventId.Id, $"{formatter(state, exception)} {exception}"));
            }
        }
    }
}
