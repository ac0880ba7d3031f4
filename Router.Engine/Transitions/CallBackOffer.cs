using System.Globalization;
using Router.Engine.Lanes;
using Router.Engine.State;
using Router.Engine.Tickets;

namespace Router.Engine.Transitions;

/// <summary>Whoever is turned away is told that he may be called back, where that could be kept.</summary>
internal static class CallBackOffer
{
    private static readonly CallBack InTurn = new("", 0, 0, "");

    /// <summary>The refusal of a ticket that its queue would take as a call-back.</summary>
    /// <param name="state">The workspace.</param>
    /// <param name="admitted">How the queue would take it.</param>
    /// <param name="refusal">Why it is turned away.</param>
    public static Outcome With(WorkspaceState state, Admitted admitted, Outcome refusal)
    {
        var content = admitted.Content;
        if (LaneMap.PlanFor(state, content, state.Queues[content.Queue]).IsUnroutable)
        {
            return refusal;
        }

        if (CallBacks.Refuse(state, content, InTurn, admitted) is not null)
        {
            return refusal.And("Its customer may be called back at a time agreed with him: submit it again with 'call_back'.", ("call_back", "at_time"));
        }

        List<(string, string)> how = [("call_back", "in_turn,at_time")];
        if (admitted.OpensAt == 0)
        {
            how.Add(("call_back_wait_seconds", CallBacks.ToldNow(state, content).PromiseSeconds.ToString(CultureInfo.InvariantCulture)));
        }

        return refusal.And("Its customer may be called back instead: submit it again with 'call_back'.", how);
    }
}
