using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.Properties.Checks;
using Router.Engine.Properties.Drawing;

namespace Router.Engine.Properties.Reference;

/// <summary>
/// The rules of routing, slowly: told what the engine was told, it works out what must be so afterwards, and of the engine's choices whether each
/// was a right one.
/// </summary>
internal sealed class ReferenceModel(double clockSpeed)
{
    public World World { get; } = new(clockSpeed);

    /// <summary>Does what the engine was told to do.</summary>
    /// <param name="settled">What it was told, and what came of it until nothing was due any more.</param>
    public void Follow(Settled settled)
    {
        var (input, outcome, facts, last) = settled;
        World.Facts = facts;
        World.WasRefused = outcome is { IsRefused: true };
        World.JustClosed.Clear();
        var choices = new Queue<Fact>(facts.Where(Matching.IsChoice));
        switch (input)
        {
            case Input.Started started:
                OtherCommands.Start(World, started.Term, started.Now, started.SessionsLive);
                Matching.Settle(World, last, choices);
                break;
            case Input.Told told:
                var done = Do(told.Command, outcome!.Value, last);
                Broken.If(done == outcome.Value.IsRefused, $"{told.Command} was answered {outcome.Value.Reason} {outcome.Value.Message}");
                Matching.Settle(World, last, choices);
                break;
            default:
                break;
        }

        while (Deadlines.RunNext(World, last, input.Now))
        {
            Matching.Settle(World, last, choices);
        }

        Broken.If(choices.Count > 0, $"{choices.FirstOrDefault()} was for no reason.");
    }

    private bool Do(Command command, Outcome outcome, Moment last)
    {
        switch (command)
        {
            case Submit submit: return Submitting.Submit(World, submit);
            case Accept accept: return TicketCommands.Accept(World, accept);
            case Decline decline: return TicketCommands.Decline(World, decline);
            case Complete complete: return TicketCommands.Complete(World, complete);
            case EndWrapUp end: return TicketCommands.EndWrapUp(World, end);
            case ExtendWrapUp extend: return TicketCommands.ExtendWrapUp(World, extend);
            case SetHold hold: return TicketCommands.SetHold(World, hold);
            case Park park: return TicketCommands.Park(World, park);
            case Transfer transfer: return TicketCommands.Transfer(World, transfer);
            case EndHandover end: return TicketCommands.EndHandover(World, end);
            case StartConsult start: return TicketCommands.StartConsult(World, last, start);
            case EndConsult end: return Peers.End(World, end);
            case RequestCallBack request: return CallBacks.Request(World, request);
            case ReportCallBack report: return CallBacks.Report(World, report);
            case Reopen reopen: return TicketCommands.Reopen(World, reopen);
            case End end: return TicketCommands.End(World, end);
            case Reschedule reschedule: return TicketCommands.Reschedule(World, reschedule);
            case Cancel cancel: return TicketCommands.Cancel(World, cancel);
            case Append append: return TicketCommands.Append(World, append);
            case SignIn signIn: return AgentCommands.SignIn(World, signIn);
            case SignOut signOut: return AgentCommands.SignOut(World, signOut);
            case LoseSession lose: return AgentCommands.Lose(World, lose);
            case ResumeSession resume: return AgentCommands.Resume(World, resume);
            case SetPresence presence: return AgentCommands.SetPresence(World, presence);
            case Take take: return AgentCommands.Take(World, take);
            case SetAgentsPresence presence: return StaffCommands.SetPresence(World, presence);
            case DrainAgents drain: return StaffCommands.Drain(World, drain);
            case MarkHard mark: return TicketCommands.MarkHard(World, mark);
            case PutAgent put: return AgentCommands.Put(World, put);
            case DeleteAgent delete: return AgentCommands.Delete(World, delete);
            case AssignTickets assign: return OtherCommands.Assign(World, assign);
            case CompleteTickets complete: return OtherCommands.Complete(World, complete);
            case TicketMove change: return OtherCommands.Change(World, change);
            case ChangePolicy change:
                // Which policies may be published is for their own tests.
                if (!outcome.IsRefused)
                {
                    OtherCommands.Publish(World, change);
                }

                return !outcome.IsRefused;
            default: throw new Broken($"The model does not know {command}.");
        }
    }
}
