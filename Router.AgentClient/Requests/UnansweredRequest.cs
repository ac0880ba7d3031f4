using Router.V1;

namespace Router.AgentClient.Requests;

/// <summary>A request until its answer.</summary>
internal sealed class UnansweredRequest
{
    private readonly TaskCompletionSource<Answer> _answer;

    /// <summary>A new request.</summary>
    /// <param name="request">What is sent, each time the same.</param>
    /// <param name="madeAt">Timestamp when it was made.</param>
    public UnansweredRequest(WorkRequest request, long madeAt)
        : this(request, madeAt, new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously))
    {
    }

    private UnansweredRequest(WorkRequest request, long madeAt, TaskCompletionSource<Answer> answer)
    {
        Request = request;
        MadeAt = madeAt;
        _answer = answer;
    }

    public WorkRequest Request { get; }

    public long MadeAt { get; }

    /// <summary>The last passing refusal: the answer, should no better one come in time.</summary>
    public Refusal? Passing { get; set; }

    public Task<Answer> Answered => _answer.Task;

    /// <summary>Another request whose answer answers this one.</summary>
    public UnansweredRequest InsteadBy(WorkRequest request, long madeAt) => new(request, madeAt, _answer);

    public void Complete(Answer answer) => _answer.TrySetResult(answer);

    public void Abandon() => _answer.TrySetException(new ObjectDisposedException(nameof(AgentSession)));
}
