using Grpc.Core;
using Router.Engine;
using Router.Policies.Shape;
using Router.Server.Clock;
using Router.Server.Edge.Access;
using Router.Server.Edge.Refusals;
using Router.Server.Workspaces;

namespace Router.Server.Edge.Calls;

/// <summary>Finds out whose call it is and which workspace it is about.</summary>
/// <param name="workspaces">The workspaces.</param>
/// <param name="streams">The streams that are open.</param>
/// <param name="clock">Real time.</param>
internal sealed class CallOrigin(EdgeWorkspaces workspaces, OpenStreams streams, ServerClock clock)
{
    /// <summary>The metadata in which an admin names another workspace than his own.</summary>
    public const string WorkspaceHeader = "router-workspace";

    /// <summary>Reads a call that is a stream.</summary>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">The workspace does not exist, or is not the caller's.</exception>
    public Call OfStream(ServerCallContext context)
    {
        streams.Count(context.GetHttpContext().Response);
        return Of(context);
    }

    /// <summary>Reads a call.</summary>
    /// <param name="context">The call.</param>
    /// <exception cref="RpcException">The workspace does not exist, or is not the caller's.</exception>
    public Call Of(ServerCallContext context)
    {
        var request = context.GetHttpContext();
        var caller = CallerPrincipal.Of(request);
        var named = request.Request.Headers[WorkspaceHeader].ToString();
        var id = named.Length == 0 ? caller.Workspace : named;

        // Without a token a capability token has to be shown, and that is of one workspace alone.
        if (id != caller.Workspace && !caller.Is(Roles.Admin) && caller != Caller.Nobody)
        {
            throw Refused.For(
                Reason.NotAllowed,
                $"'{caller.Subject}' is of workspace {Shown.Text(caller.Workspace)}: only an admin may name another, here {Shown.Text(id)}.",
                ("field", WorkspaceHeader)).ToException();
        }

        if (workspaces.Find(id) is { } edge)
        {
            return new Call(
                caller, edge, context.Method, CallPatience.Until(context.Deadline, clock.Real), context.CancellationToken, TokenHandler.ProblemOf(request));
        }

        var refused = caller == Caller.Nobody
            ? Call.NoToken(TokenHandler.ProblemOf(request))
            : Refused.For(
                Reason.UnknownWorkspace,
                WorkspaceId.IsValid(id)
                    ? $"There is no workspace {Shown.Text(id)}: an admin has to create it."
                    : $"There can be no workspace {Shown.Text(id)}: an id has {WorkspaceId.Expected}.",
                ("field", named.Length == 0 ? ClaimNames.Workspace : WorkspaceHeader),
                ("expected", WorkspaceId.Expected));
        throw refused.ToException();
    }
}
