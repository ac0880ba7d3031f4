namespace Router.Server.Edge.Access;

/// <summary>Says at start that every caller may do everything.</summary>
/// <param name="key">The server's key.</param>
/// <param name="logger">Takes the warning.</param>
internal sealed partial class OpenServerWarning(SigningKey key, ILogger<OpenServerWarning> logger) : IHostedService
{
    /// <summary>The warning's event id.</summary>
    public const int EventId = 303;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!key.Exists)
        {
            LogOpen(AccessOptions.Section);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId, LogLevel.Warning, "There is no signing key ({Section}): everybody on this machine may do everything.")]
    private partial void LogOpen(string section);
}
