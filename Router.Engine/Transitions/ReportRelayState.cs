using Router.Engine.Commands;
using Router.Engine.Events;
using Router.Engine.State;

namespace Router.Engine.Transitions;

/// <summary>Those who are told the events outside fell behind or caught up: changes nothing, and is an event itself.</summary>
internal static class ReportRelayState
{
    public static Outcome Apply(WorkspaceState state, ReportRelay command)
    {
        state.Emit(new RelayReported(command.Waiting, command.Consumer, command.IsBehind));
        return Outcome.Done();
    }
}
