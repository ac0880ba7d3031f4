using Grpc.Core;
using Router.Engine;
using Router.Engine.Records;
using Router.Engine.Tickets;
using Router.Policies.Shape;
using Router.Server.Edge.Access;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;

namespace Router.Server.Edge.Tickets;

/// <summary>Who may see and change which ticket.</summary>
/// <param name="capabilities">Checks capability tokens.</param>
internal sealed class TicketAccess(CapabilityTokens capabilities)
{
    /// <summary>Checks who comes with which token, before anything else of the request is looked at.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="capabilityToken">Its capability token, or empty.</param>
    /// <returns>What the caller may see of it, if it is his.</returns>
    /// <exception cref="RpcException">The ids are not well-formed, the token is of another ticket, or the role may not do this.</exception>
    public TicketReader Check(in Call call, string ticketId, string capabilityToken)
    {
        RequireRole(call, capabilityToken);
        var check = default(ShapeCheck);
        check.Id(ticketId, "ticket_id", FieldLimits.TicketId);
        check.OptionalId(capabilityToken, "capability_token", FieldLimits.CapabilityToken);
        check.Require();
        if (capabilityToken.Length == 0)
        {
            return TicketReader.Staff;
        }

        return capabilities.Matches(capabilityToken, call.Workspace.Id, ticketId)
            ? TicketReader.Customer
            : throw Refused.For(
                Reason.NotAllowed,
                $"The capability_token is not that of ticket {Shown.Text(ticketId)}: take the one that Submit returned with it.",
                ("field", "capability_token")).ToException();
    }

    /// <summary>Makes sure that a caller without a capability token has the role that the call needs.</summary>
    /// <param name="call">The call.</param>
    /// <param name="capabilityToken">What he brings instead of a role, or empty.</param>
    /// <exception cref="RpcException">He has neither.</exception>
    public static void RequireRole(in Call call, string capabilityToken)
    {
        if (capabilityToken.Length == 0 && RoleRefusal(call) is { } refused)
        {
            throw refused.ToException();
        }
    }

    /// <summary>Why a caller without a capability token may not make a call that could do with one, or null.</summary>
    /// <param name="call">The call.</param>
    private static Refused? RoleRefusal(in Call call)
    {
        if (call.Caller == Caller.Nobody)
        {
            return Call.NoToken(call.TokenProblem);
        }

        var roles = AccessTable.Of(call.Method)?.Roles ?? Roles.None;
        return call.Caller.Is(roles)
            ? null
            : Refused.For(
                Reason.NotAllowed,
                $"'{call.Caller.Subject}' is {RoleTexts.Of(call.Caller.Roles)}; this needs {RoleTexts.Of(roles)}, or the ticket's capability_token.",
                ("role", RoleTexts.Of(call.Caller.Roles)),
                ("expected", RoleTexts.Of(roles)));
    }

    /// <summary>Why a caller may not act for a source, or null when he may.</summary>
    /// <param name="caller">A caller in role adapter or admin.</param>
    /// <param name="source">The source.</param>
    /// <param name="act">What he is about to do, as <c>submit for</c>.</param>
    public static Refused? SourceRefusal(Caller caller, string source, string act) =>
        caller.Source.Length == 0 || caller.Source == source || caller.Is(Roles.Admin)
            ? null
            : Refused.For(
                Reason.NotAllowed,
                $"'{caller.Subject}' may {act} source {Shown.Text(caller.Source)} alone, not {Shown.Text(source)}.",
                ("field", "source"),
                ("expected", caller.Source));

    /// <summary>Whether what a caller may see depends on the ticket itself.</summary>
    /// <param name="caller">A caller who came with a token of his own.</param>
    public static bool IsBound(Caller caller) => !caller.Is(Roles.Admin | Roles.Supervisor) && !(caller.Is(Roles.Adapter) && caller.Source.Length == 0);

    /// <summary>Whether a ticket is a caller's: of his source, in his hands, or one that he joined or is asked for.</summary>
    /// <param name="caller">A caller who came with a token of his own.</param>
    /// <param name="ticket">The ticket.</param>
    public static bool MaySee(Caller caller, TicketRecord ticket)
    {
        if (!IsBound(caller))
        {
            return true;
        }

        return (caller.Is(Roles.Adapter) && caller.Source == ticket.Content.Source)
            || (caller.Is(Roles.Agent) && (IsInHandOf(caller.Subject, ticket) || ticket.PeerOffer?.AgentId == caller.Subject || ticket.Participants.Any(p => p.AgentId == caller.Subject)));
    }

    private static bool IsInHandOf(string agentId, TicketRecord ticket) => ticket.State switch
    {
        TicketState.Offered => ticket.OfferTo(agentId) > 0,
        TicketState.Assigned or TicketState.WrappingUp => ticket.AgentId == agentId,
        _ => false,
    };

    /// <summary>A ticket that a caller may see.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">What <see cref="Check"/> said.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <exception cref="RpcException">There is none, or it is not his.</exception>
    public static async ValueTask<FoundTicket> FindAsync(Call call, TicketReader reader, string ticketId)
    {
        var found = await TicketFinder.FindAsync(call, ticketId);
        return found is not null && (reader == TicketReader.Customer || MaySee(call.Caller, found.Record))
            ? found
            : throw TicketFinder.Unknown(ticketId).ToException();
    }

    /// <summary>Makes sure that a ticket about to be changed is the caller's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">What <see cref="Check"/> said.</param>
    /// <param name="ticketId">The ticket.</param>
    /// <exception cref="RpcException">It is not his.</exception>
    public static ValueTask RequireOwnAsync(Call call, TicketReader reader, string ticketId) =>
        reader == TicketReader.Customer || !IsBound(call.Caller) ? ValueTask.CompletedTask : LookAsync(call, reader, ticketId);

    private static async ValueTask LookAsync(Call call, TicketReader reader, string ticketId) =>
        await FindAsync(call, reader, ticketId);
}
