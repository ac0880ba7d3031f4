namespace Router.Engine.Properties.Drawing;

/// <summary>What a step of a random scenario does; which ticket or agent it does it to, its numbers say.</summary>
internal enum StepKind
{
    PassTime,
    ToNextDeadline,
    Submit,
    Accept,
    Decline,
    Complete,
    End,
    Cancel,
    Append,
    EndWrapUp,
    ExtendWrapUp,
    SetHold,
    Park,
    Transfer,
    Reopen,
    SignIn,
    SignOut,
    Lose,
    Resume,
    SetPresence,
    PutAgent,
    DeleteAgent,
    ChangePolicy,
    AssignTickets,
    ChangeTickets,
    CompleteTickets,
    StartOwner,
}
