using Google.Protobuf;
using Router.Engine;
using Router.Engine.Commands;
using Router.Server.Edge.Access;
using Router.Server.Edge.Refusals;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Calls;

/// <summary>A call: who makes it, and of which workspace.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Edge">The workspace.</param>
/// <param name="Method">The full name of the method.</param>
/// <param name="Patience">How long it waits for a store that does not answer.</param>
/// <param name="Gone">Fires when the caller has gone.</param>
/// <param name="TokenProblem">What is wrong with the token that he sent; empty when nothing is, or when he sent none.</param>
internal readonly record struct Call(
    Caller Caller, EdgeWorkspace Edge, string Method, TimeSpan Patience, CancellationToken Gone, string TokenProblem = "")
{
    /// <summary>The workspace.</summary>
    public Workspace Workspace => Edge.Workspace;

    /// <summary>By which a changing request is known when it comes again, or null when it cannot be repeated.</summary>
    /// <param name="requestId">The caller's id of it, or empty.</param>
    /// <param name="request">The whole request.</param>
    /// <param name="ticketCapability">The ticket whose capability token is all that is known of the caller, or null.</param>
    public RequestKey? KeyOf(string requestId, IMessage request, string? ticketCapability = null) => requestId.Length == 0
        ? null
        : new RequestKey(ticketCapability is null ? $"{Caller.Roles}:{Caller.Subject}" : $"ticket:{ticketCapability}", requestId, RequestHash.Of(request));

    /// <summary>Asks the engine something.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="query">Called on the workspace's loop.</param>
    public ValueTask<T> QueryAsync<T>(Func<WorkspaceEngine, T> query) => Workspace.QueryAsync(query, Patience, Gone);

    /// <summary>Asks for a change.</summary>
    /// <param name="command">The change.</param>
    /// <param name="key">Makes it repeatable, or null.</param>
    public ValueTask<Outcome> ExecuteAsync(Command command, RequestKey? key) => Workspace.ExecuteAsync(command, key, Patience, Gone);

    /// <summary>As <see cref="ExecuteAsync"/>, for who only queues the answer: see <see cref="Workspace.ExecuteForQueueAsync"/>.</summary>
    /// <param name="command">The change.</param>
    /// <param name="key">Makes it repeatable.</param>
    public ValueTask<Outcome> ExecuteForQueueAsync(Command command, RequestKey key) => Workspace.ExecuteForQueueAsync(command, key, Patience, Gone);

    /// <summary>A refusal for whoever comes with neither a good token nor a capability token.</summary>
    /// <param name="problem">What is wrong with his token, or empty.</param>
    public static Refused NoToken(string problem) => Refused.For(
        Reason.NotAuthenticated,
        problem.Length > 0
            ? $"No valid token: {problem}. Send another, or the ticket's capability_token (docs/auth.md)."
            : "A token is needed: send the header 'authorization: Bearer TOKEN', or the ticket's capability_token (docs/auth.md).");
}
