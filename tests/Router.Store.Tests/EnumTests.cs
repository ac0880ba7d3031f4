using Router.Engine.Agents;
using Router.Engine.Events;
using Router.Engine.Policies;
using Router.Engine.Tickets;
using Router.Server.Store.V1;

namespace Router.Store.Tests;

/// <summary>Enums are saved by number: theirs are the engine's.</summary>
public sealed class EnumTests
{
    public static TheoryData<Type, Type> Mirrors => new()
    {
        { typeof(AlarmFigure), typeof(StoredAlarmFigure) },
        { typeof(AlarmFigure), typeof(Router.V1.AlarmFigure) },
        { typeof(TicketState), typeof(StoredTicketState) },
        { typeof(Trust), typeof(StoredTrust) },
        { typeof(MessageSender), typeof(StoredMessageSender) },
        { typeof(FactKind), typeof(StoredFactKind) },
        { typeof(EndedBy), typeof(StoredEndedBy) },
        { typeof(WantedCause), typeof(StoredWantedCause) },
        { typeof(WantedCause), typeof(Router.V1.WantedCause) },
        { typeof(Presence), typeof(StoredPresence) },
        { typeof(Activity), typeof(StoredActivity) },
        { typeof(AgentFigures), typeof(StoredAgentFigures) },
        { typeof(AgentFigures), typeof(Router.V1.AgentFigures) },
        { typeof(WrapUpKind), typeof(StoredWrapUpKind) },
        { typeof(AcceptMode), typeof(StoredAcceptMode) },
        { typeof(ActorKind), typeof(StoredActorKind) },
        { typeof(ConditionKind), typeof(StoredConditionKind) },
        { typeof(Comparison), typeof(StoredComparison) },
        { typeof(Comparison), typeof(Router.V1.Comparison) },
        { typeof(EndedBy), typeof(Router.V1.EndedBy) },
        { typeof(ActorKind), typeof(Router.V1.ActorKind) },
        { typeof(EntryCause), typeof(Router.V1.EntryReason) },
        { typeof(Presence), typeof(Router.V1.Presence) },
    };

    [Theory]
    [MemberData(nameof(Mirrors))]
    public void EveryValueOfTheEngine_HasItsNumberAndNameInTheMirror(Type engine, Type mirror)
    {
        foreach (var value in Enum.GetValues(engine))
        {
            var name = Enum.GetName(mirror, (int)value);

            // A mirror in Protobuf begins with Unspecified.
            Assert.Equal((int)value == 0 ? "Unspecified" : value.ToString(), name);
        }
    }
}
