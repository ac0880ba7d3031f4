using Router.Engine.Commands;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>From a command to its transition.</summary>
internal static class ApplyCommand
{
    public static Outcome Apply(WorkspaceState state, Command command) => command switch
    {
        Submit submit => SubmitTicket.Apply(state, submit),
        Accept accept => AcceptOffer.Apply(state, accept),
        Complete complete => CompleteTicket.Apply(state, complete),
        EndWrapUp wrapUp => EndWrapUpEarly.Apply(state, wrapUp),
        ExtendWrapUp wrapUp => ExtendWrapUpOnce.Apply(state, wrapUp),
        MarkHard hard => MarkTicketHard.Apply(state, hard),
        SetHold hold => ChangeHold.Apply(state, hold),
        Park park => ParkTicket.Apply(state, park),
        Transfer transfer => TransferTicket.Apply(state, transfer),
        StartConsult start => StartTicketConsult.Apply(state, start),
        EndConsult end => EndTicketConsult.Apply(state, end),
        EndHandover end => EndTicketHandover.Apply(state, end),
        Reschedule reschedule => RescheduleTicket.Apply(state, reschedule),
        RequestCallBack request => RequestTicketCallBack.Apply(state, request),
        ReportCallBack report => ReportCallBackAttempt.Apply(state, report),
        Reopen reopen => ReopenTicket.Apply(state, reopen),
        Decline decline => DeclineOffer.Apply(state, decline),
        End end => EndTicket.Apply(state, end),
        Append append => AppendMessage.Apply(state, append),
        Cancel cancel => CancelTicket.Apply(state, cancel),
        SignIn signIn => SignInAgent.Apply(state, signIn),
        ResumeSession resume => ResumeLostSession.Apply(state, resume),
        LoseSession lose => LoseAgentSession.Apply(state, lose),
        SignOut signOut => SignOutAgent.Apply(state, signOut),
        SetPresence presence => ChangePresence.Apply(state, presence),
        Take take => TakeTicket.Apply(state, take),
        SetAgentsPresence presence => PresenceBySupervisor.Apply(state, presence),
        DrainAgents drain => DrainBySupervisor.Apply(state, drain),
        PutAgent put => PutAgentProfile.Apply(state, put),
        DeleteAgent delete => DeleteAgentProfile.Apply(state, delete),
        ChangePolicy change => PublishPolicy.Apply(state, change),
        AssignTickets assign => AssignBySupervisor.Apply(state, assign),
        CompleteTickets complete => CompleteBySupervisor.Apply(state, complete),
        TicketMove change => ChangeBySupervisor.Apply(state, change),
        AcknowledgeAlarm acknowledge => AlarmCommands.Apply(state, acknowledge),
        ReportServiceLevel report => AlarmCommands.Apply(state, report),
        ReportRelay report => ReportRelayState.Apply(state, report),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "No transition takes this command."),
    };
}
