using System.Collections.Concurrent;
using MassTransit;

namespace Router.Server.Outbox;

/// <summary>Knows which queues of the bus are read inside this process.</summary>
internal sealed class InProcessConsumers : IReceiveEndpointObserver
{
    private readonly ConcurrentDictionary<Uri, byte> _endpoints = new();

    /// <summary>Whether any is read but one.</summary>
    /// <param name="own">The bus' own, for answers to itself.</param>
    public bool AnyBut(Uri own) => _endpoints.Any(e => e.Key != own);

    public Task Ready(ReceiveEndpointReady ready)
    {
        _endpoints[ready.InputAddress] = 0;
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Remove(stopping);

    public Task Completed(ReceiveEndpointCompleted completed) => Remove(completed);

    public Task Faulted(ReceiveEndpointFaulted faulted) => Remove(faulted);

    private Task Remove(ReceiveEndpointEvent ended)
    {
        _endpoints.TryRemove(ended.InputAddress, out _);
        return Task.CompletedTask;
    }
}
