using Router.Engine;
using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Queries;
using Router.Engine.Tickets;

namespace Router.Simulator.Play;

/// <content>What becomes of a call, from its arrival until it is over.</content>
internal sealed partial class Simulation
{
    private void Arrive(Call call)
    {
        if (call.Source is { } source)
        {
            PlanNext(source);
        }

        if (LetsIn is not null && !LetsIn(call))
        {
            TurnAway(call, call.Content.Queue);
            return;
        }

        var outcome = _engine.Apply(new Submit(call.Content), Now);
        if (outcome.Reason is Reason.QueueClosed or Reason.QueueFull || (outcome.IsRefused && TurnsAwayRefused))
        {
            TurnAway(call, outcome.Metadata.GetValueOrDefault("queue", call.Content.Queue));
            return;
        }

        var submitted = (Submitted)ValueOf(outcome, nameof(Submit))!;
        call.TicketId = submitted.TicketId;
        _calls.Add(call.TicketId, call);
        if (submitted.State != TicketState.Scheduled)
        {
            PlanPatience(call);
        }

        Hear();
    }

    private void TurnAway(Call call, string queue)
    {
        call.IsOver = true;
        foreach (var watcher in _watchers)
        {
            watcher.OnTurnedAway(call, Now, queue);
        }
    }

    private void PlanPatience(Call call)
    {
        if (call.PatienceMs != Call.Endless)
        {
            Plan(Now + call.PatienceMs, PlannedKind.LosePatience, call);
        }
    }

    private void LosePatience(Call call)
    {
        if (call.Agent is null && !call.IsOver)
        {
            Do(new End(call.TicketId));
        }
    }

    private void FinishTalk(Call call)
    {
        // A letter that was interrupted is done later.
        if (call.DoneAt != Now)
        {
            return;
        }

        call.DoneAt = 0;
        var state = (TicketState)Apply(new Complete(call.Agent!.Id, call.TicketId, call.AssignmentNo, "", ""))!;
        call.IsWrappingUp = state == TicketState.WrappingUp;
        if (call.IsWrappingUp && WrapUpOf(call, call.Agent) is { } wrapUp)
        {
            Plan(Now + wrapUp, PlannedKind.FinishWrapUp, call);
        }

        Hear();
    }

    private long? WrapUpOf(Call call, SimulatedAgent agent) =>
        WrapUpMs?.Invoke(agent, call) ?? call.WrapUpMs ?? (_completions[call.Queue].IsUntilDone(call.Content.Channel) ? 0 : null);

    private void FinishWrapUp(Call call)
    {
        // The policy's time may have run out before.
        if (call.IsOver)
        {
            return;
        }

        var agent = call.Agent!.Id;
        Do(_completions[call.Queue].Disposition is { Length: > 0 } disposition
            ? new Complete(agent, call.TicketId, call.AssignmentNo, disposition, "")
            : new EndWrapUp(agent, call.TicketId, call.AssignmentNo));
    }

    private void Enter(Call call, TicketEntered entered)
    {
        call.Queue = entered.Content.Queue;
        // Nobody's patience ends before the queue opens.
        if (entered.Cause == EntryCause.Scheduled)
        {
            PlanPatience(call);
        }
    }

    private void Assign(Call call, TicketAssigned assigned)
    {
        var agent = _agents[assigned.AgentId];
        call.Agent = agent;
        call.AssignmentNo = assigned.AssignmentNo;
        call.DoneAt = call.YieldsToLive ? 0 : Now + call.HandleMs;
        agent.Desk.Take(call, Now);
        if (!call.YieldsToLive)
        {
            Plan(call.DoneAt, PlannedKind.FinishTalk, call);
        }

        PlanLetter(agent);
    }

    // What the policy lets follow takes as long again, and nobody gives it up.
    private void Follow(Call call, FollowUpPlanned planned) => _calls.Add(planned.FollowUpId, new Call
    {
        At = planned.StartsAt,
        Content = call.Content,
        HandleMs = call.HandleMs,
        WrapUpMs = call.WrapUpMs,
        YieldsToLive = call.YieldsToLive,
        Kind = call.Kind,
        TicketId = planned.FollowUpId,
    });

    private void Close(string ticketId)
    {
        _calls.Remove(ticketId, out var call);
        call!.IsOver = true;
        if (call.Agent is { } agent)
        {
            agent.Desk.Leave(call, Now);
            PlanLetter(agent);
        }
    }

    private void PlanLetter(SimulatedAgent agent)
    {
        if (agent.Desk.Written is { } letter)
        {
            Plan(letter.DoneAt, PlannedKind.FinishTalk, letter);
        }
    }
}
