using MassTransit;

namespace Router.Server.Tests.Outbox;

/// <summary>Holds messages at the moment they are published until it is opened.</summary>
internal sealed class PublishGate : IPublishObserver
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a message is held.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Lets all go on.</summary>
    public void Open() => _open.TrySetResult();

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        _reached.TrySetResult();
        return _open.Task;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
