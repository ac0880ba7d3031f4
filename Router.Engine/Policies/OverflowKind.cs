namespace Router.Engine.Policies;

/// <summary>What becomes of a ticket that its queue does not take.</summary>
public enum OverflowKind
{
    /// <summary>It is refused.</summary>
    Refuse = 1,

    /// <summary>It goes to another queue.</summary>
    Queue = 2,

    /// <summary>It is taken as a call-back if it asks for one, else refused and offered one.</summary>
    CallBack = 3,

    /// <summary>It waits until the queue opens; for closed hours alone.</summary>
    Wait = 4,
}
