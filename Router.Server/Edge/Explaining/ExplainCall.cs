using Router.Engine;
using Router.Engine.Queries;
using Router.Engine.Records;
using Router.Policies.Shape;
using Router.Server.Edge.Calls;
using Router.Server.Edge.Languages;
using Router.Server.Edge.Refusals;
using Router.Server.Edge.Shape;
using Router.Server.Edge.Tickets;
using Router.Server.Edge.Wire;
using Router.Server.Store.Envelopes;

namespace Router.Server.Edge.Explaining;

/// <summary>Why a ticket waits, or did what it did.</summary>
internal static class ExplainCall
{
    /// <summary>Explains an open or closed ticket.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">What came in.</param>
    public static async Task<V1.ExplainResponse> GetAsync(Call call, V1.ExplainRequest request)
    {
        var check = default(ShapeCheck);
        check.Id(request.TicketId, "ticket_id", FieldLimits.TicketId);
        check.OptionalId(request.AgentId, "agent_id", FieldLimits.AgentId);
        check.OptionalLanguage(request.Language, "language");
        check.Require();
        var (told, holder, asked, isKnown) = await call.QueryAsync(engine => Ask(engine, request));
        if (!isKnown)
        {
            throw Refused.For(Reason.UnknownAgent, $"There is no agent {Shown.Text(request.AgentId)}: name a registered one.", ("field", "agent_id")).ToException();
        }

        return told is not null
            ? Of(Sentences.All.Of(request.Language), told, holder, asked)
            : await ClosedAsync(call, request, asked) ?? throw TicketFinder.Unknown(request.TicketId).ToException();
    }

    private static (Explanation? Told, string Holder, string Asked, bool IsKnown) Ask(WorkspaceEngine engine, V1.ExplainRequest request)
    {
        var told = engine.Explain(request.TicketId, request.AgentId);
        return (told, engine.NameOf(told is null ? "" : HolderOf(told.Ticket)), engine.NameOf(request.AgentId), request.AgentId.Length == 0 || engine.IsRegistered(request.AgentId));
    }

    // Who has it, is offered it or is waited for.
    private static string HolderOf(TicketRecord ticket) =>
        ticket.AgentId.Length > 0 ? ticket.AgentId : ticket.Offers is [{ } offer, ..] ? offer.AgentId : ticket.WantedAgentId;

    private static V1.ExplainResponse Of(Sentences say, Explanation told, string holder, string asked)
    {
        var answer = new V1.ExplainResponse
        {
            Sentence = new TicketText(say).Open(told, holder),
            AheadCount = told.AheadCount,
            Ahead = { told.Ahead.Select(StepWire.Of) },
            Ticket = TicketWire.Of(told.Ticket, told.Place),
        };
        for (var i = 0; i < told.Steps.Count; i++)
        {
            answer.Steps.Add(StepWire.Of(i, told.Steps[i]));
        }

        if (told.Agent is { } standing)
        {
            answer.Agent = new V1.ExplainedAgent
            {
                AgentId = standing.AgentId,
                WhyNot = { standing.WhyNot.Select(w => (V1.WhyNot)w) },
                Sentence = new StandingText(say).Of(standing, asked, told.Now),
                Until = ProtoTime.TimeOrNone(standing.Until),
            };
        }

        return answer;
    }

    private static async Task<V1.ExplainResponse?> ClosedAsync(Call call, V1.ExplainRequest request, string asked)
    {
        if (await call.Workspace.Store.ClosedTickets.FindAsync(request.TicketId, call.Gone) is not { } ticket)
        {
            return null;
        }

        var say = Sentences.All.Of(request.Language);
        var answer = new V1.ExplainResponse
        {
            Sentence = new TicketText(say).Closed(ticket, await NameAsync(call, ticket)),
            Ticket = TicketWire.Of(ticket, null),
        };
        for (var i = 0; i < ticket.Steps.Count; i++)
        {
            answer.Steps.Add(StepWire.Of(i, ticket.Steps[i], ticket.EnteredAt, ticket.Step));
        }

        if (request.AgentId.Length > 0)
        {
            var hadIt = ticket.AgentId == request.AgentId;
            answer.Agent = new V1.ExplainedAgent
            {
                AgentId = request.AgentId,
                WhyNot = { hadIt ? [V1.WhyNot.HasIt] : ticket.AgentId.Length > 0 ? [V1.WhyNot.AnotherAgent] : Array.Empty<V1.WhyNot>() },
                Sentence = new StandingText(say).OfClosed(hadIt, asked),
            };
        }

        return answer;
    }

    private static ValueTask<string> NameAsync(Call call, TicketRecord ticket) => call.QueryAsync(engine => engine.NameOf(ticket.AgentId));
}
